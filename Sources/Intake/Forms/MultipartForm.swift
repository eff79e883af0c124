import Text

/// Reads `multipart/form-data` (RFC 7578) that begins with its boundary line. Parts with a file name are passed over.
enum MultipartForm {
    enum Fault: Error, Equatable, CustomStringConvertible {
        case boundaryLine
        /// The closing boundary is missing.
        case unfinished
        /// A part, counted from 1, without a blank line after its headers or without a name.
        case part(Int)

        var description: String {
            switch self {
            case .boundaryLine: "its first line is no boundary of 1 to 70 characters"
            case .unfinished: "its closing boundary is missing; it was probably cut off"
            case .part(let number): "part \(number) has no headers that name a field"
            }
        }
    }

    /// RFC 2046, section 5.1.1.
    private static let longestBoundary = 70
    private static let mostParts = 1000

    static func fields(_ bytes: [UInt8]) throws(Fault) -> [FormField] {
        guard let firstEnd = bytes.prefix(longestBoundary + 4).firstIndex(of: 0x0A) else { throw .boundaryLine }
        let boundary = trimmedEnd(bytes[..<firstEnd])
        guard boundary.count > 2, boundary.starts(with: "--".utf8) else { throw .boundaryLine }
        var fields: [FormField] = []
        var start = firstEnd + 1
        for number in 1...mostParts {
            guard let delimiter = nextDelimiter(boundary, in: bytes, from: start) else { throw .unfinished }
            if let field = try field(bytes[start..<delimiter.lowerBound], number) { fields.append(field) }
            if bytes[delimiter.upperBound...].starts(with: "--".utf8) { return fields }
            guard let lineEnd = bytes[delimiter.upperBound...].firstIndex(of: 0x0A) else { throw .unfinished }
            start = lineEnd + 1
        }
        throw .part(mostParts + 1)
    }

    /// The next line that begins with the boundary and ends there or closes the form, with the line end before it.
    private static func nextDelimiter(_ boundary: ArraySlice<UInt8>, in bytes: [UInt8], from start: Int) -> Range<Int>?
    {
        var line = start
        while line < bytes.count {
            if bytes[line...].starts(with: boundary) {
                let end = line + boundary.count
                let rest = bytes[end...].prefix { $0 != 0x0A }
                if trimmedEnd(rest).isEmpty ? end + rest.count < bytes.count : rest.starts(with: "--".utf8) {
                    var content = max(line - 1, start)
                    if content > start, bytes[content - 1] == 0x0D { content -= 1 }
                    return content..<end
                }
            }
            guard let newline = bytes[line...].firstIndex(of: 0x0A) else { return nil }
            line = newline + 1
        }
        return nil
    }

    private static func field(_ part: ArraySlice<UInt8>, _ number: Int) throws(Fault) -> FormField? {
        var rest = part
        var name: [UInt8]?
        var isFile = false
        while let newline = rest.firstIndex(of: 0x0A) {
            let line = trimmedEnd(rest[..<newline])
            rest = rest[(newline + 1)...]
            if line.isEmpty {
                guard let name else { throw .part(number) }
                return isFile ? nil : FormField(name: name, value: Array(rest))
            }
            let header = "content-disposition:"
            guard line.prefix(header.utf8.count).map(\.asciiLowercased).elementsEqual(header.utf8) else { continue }
            let parameters = parameters(line.dropFirst(header.utf8.count))
            name = parameters["name"]
            isFile = parameters["filename"] != nil || parameters["filename*"] != nil
        }
        throw .part(number)
    }

    /// `; key=value` and `; key="value"`, as browsers write them: a quote in a value is `%22` or has a backslash before it.
    private static func parameters(_ text: ArraySlice<UInt8>) -> [String: [UInt8]] {
        var parameters: [String: [UInt8]] = [:]
        var index = text.firstIndex(of: UInt8(ascii: ";")) ?? text.endIndex
        while index < text.endIndex {
            index += 1
            let equals = text[index...].firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
            let key = text[index..<equals].filter { !$0.isASCIISpace }.map(\.asciiLowercased)
            index = min(equals + 1, text.endIndex)
            var value: [UInt8] = []
            if index < text.endIndex, text[index] == UInt8(ascii: "\"") {
                index += 1
                while index < text.endIndex, text[index] != UInt8(ascii: "\"") {
                    if text[index] == UInt8(ascii: "\\"), index + 1 < text.endIndex { index += 1 }
                    value.append(text[index])
                    index += 1
                }
            }
            let end = text[index...].firstIndex(of: UInt8(ascii: ";")) ?? text.endIndex
            value += text[index..<end].filter { !$0.isASCIISpace && $0 != UInt8(ascii: "\"") }
            parameters[String(decoding: key, as: UTF8.self)] = value
            index = end
        }
        return parameters
    }

    private static func trimmedEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let last = line.last, last.isASCIISpace { line.removeLast() }
        return line
    }
}
