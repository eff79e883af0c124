import Text

/// A pull parser for JSON (RFC 8259) over raw bytes. It builds nothing: values are asked for one after another, strings come as
/// slices until they are decoded, and what nobody asks for is skipped.
///
///     var reader = JSONReader(bytes)
///     try reader.beginObject()
///     while let key = try reader.nextKey() { … one read or skipValue() … }
///     try reader.end()
///
/// Nesting is counted against `maximumDepth`; nothing recurses.
public struct JSONReader {
    public enum Kind: Sendable {
        case object
        case array
        case string
        case number
        case bool
        case null
    }

    public let bytes: [UInt8]
    public private(set) var position: Int
    private let limit: Int
    private let maximumDepth: Int
    private var depth = 0
    private var isFresh = false

    /// - Parameters:
    ///   - range: the part of `bytes` to read; all of it by default.
    ///   - maximumDepth: how deep arrays and objects may nest.
    public init(_ bytes: [UInt8], range: Range<Int>? = nil, maximumDepth: Int = 64) {
        self.bytes = bytes
        let range = range ?? 0..<bytes.count
        position = range.lowerBound
        limit = range.upperBound
        self.maximumDepth = maximumDepth
    }

    // MARK: Structure

    /// The kind of the value that comes next.
    public mutating func peek() throws(JSONError) -> Kind {
        switch try skipSpace() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case let byte: throw JSONError(.unexpectedByte(byte), at: position)
        }
    }

    public mutating func beginObject() throws(JSONError) {
        try open(UInt8(ascii: "{"), "an object")
    }

    public mutating func beginArray() throws(JSONError) {
        try open(UInt8(ascii: "["), "an array")
    }

    /// The next key of the object, or nil at its end, which is consumed.
    public mutating func nextKey() throws(JSONError) -> JSONString? {
        guard try advance(to: UInt8(ascii: "}")) else { return nil }
        let key = try readString()
        let byte = try skipSpace()
        guard byte == UInt8(ascii: ":") else { throw JSONError(.unexpectedByte(byte), at: position) }
        position += 1
        return key
    }

    /// Whether the array has another element; its end is consumed.
    public mutating func nextElement() throws(JSONError) -> Bool {
        try advance(to: UInt8(ascii: "]"))
    }

    /// Makes sure that nothing but white space is left.
    public mutating func end() throws(JSONError) {
        while position < limit, isSpace(bytes[position]) { position += 1 }
        guard position == limit else { throw JSONError(.trailingBytes, at: position) }
    }

    // MARK: Values

    /// A string as it stands, not yet decoded.
    public mutating func readString() throws(JSONError) -> JSONString {
        let quote = UInt8(ascii: "\"")
        let byte = try skipSpace()
        guard byte == quote else { throw JSONError(.wrongKind(expected: "a string"), at: position) }
        let start = position + 1
        let scan = bytes.withUnsafeBufferPointer {
            StringScan(UnsafeBufferPointer(rebasing: $0[..<limit]), from: start)
        }
        guard scan.end < limit else { throw JSONError(.unexpectedEnd, at: limit) }
        guard bytes[scan.end] == quote else { throw JSONError(.controlCharacter, at: scan.end) }
        position = scan.end + 1
        return JSONString(range: start..<scan.end, isEscaped: scan.isEscaped)
    }

    public mutating func readBool() throws(JSONError) -> Bool {
        let byte = try skipSpace()
        if byte == UInt8(ascii: "t") {
            try word("true")
            return true
        }
        guard byte == UInt8(ascii: "f") else { throw JSONError(.wrongKind(expected: "true or false"), at: position) }
        try word("false")
        return false
    }

    public mutating func readNull() throws(JSONError) {
        guard try skipSpace() == UInt8(ascii: "n") else { throw JSONError(.wrongKind(expected: "null"), at: position) }
        try word("null")
    }

    /// A number as it is written.
    public mutating func readNumber() throws(JSONError) -> String {
        let byte = try skipSpace()
        guard byte == UInt8(ascii: "-") || byte.isASCIIDigit else {
            throw JSONError(.wrongKind(expected: "a number"), at: position)
        }
        let start = position
        if byte == UInt8(ascii: "-") { position += 1 }
        let lead = position
        try digits()
        if bytes[lead] == UInt8(ascii: "0"), position > lead + 1 { throw JSONError(.invalidNumber, at: start) }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Passes over the next value, whatever it is, checking its form, and returns where it stood.
    @discardableResult
    public mutating func skipValue() throws(JSONError) -> Range<Int> {
        _ = try skipSpace()
        let start = position
        var open: [Bool] = []
        repeat {
            switch try peek() {
            case .object:
                try beginObject()
                open.append(true)
            case .array:
                try beginArray()
                open.append(false)
            case .string: _ = try readString()
            case .number: _ = try readNumber()
            case .bool: _ = try readBool()
            case .null: try readNull()
            }
            while let isObject = open.last {
                let more = isObject ? try nextKey() != nil : try nextElement()
                if more { break }
                open.removeLast()
            }
        } while !open.isEmpty
        return start..<position
    }

    // MARK: Decoding

    /// The text of a string.
    /// - Throws: `invalidUTF8`, `loneSurrogate` or `invalidEscape`.
    public func text(_ string: JSONString) throws(JSONError) -> String {
        guard string.isEscaped else { return try validated(string.range, in: bytes, string) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(string.range.count)
        var index = string.range.lowerBound
        while index < string.range.upperBound {
            let plain = bytes[index..<string.range.upperBound].prefix { $0 != UInt8(ascii: "\\") }
            decoded.append(contentsOf: plain)
            index = plain.endIndex
            guard index < string.range.upperBound else { break }
            index += 1
            try decodeEscape(&index, end: string.range.upperBound, into: &decoded)
        }
        return try validated(0..<decoded.count, in: decoded, string)
    }

    private func validated(
        _ range: Range<Int>,
        in bytes: [UInt8],
        _ string: JSONString
    ) throws(JSONError) -> String {
        let text = bytes.withUnsafeBufferPointer { String(validatingUTF8: UnsafeBufferPointer(rebasing: $0[range])) }
        guard let text else { throw JSONError(.invalidUTF8, at: string.range.lowerBound) }
        return text
    }

    /// Whether a string, decoded, is `text`; without building it.
    public func equals(_ string: JSONString, _ text: StaticString) -> Bool {
        guard !string.isEscaped else { return (try? self.text(string)) == "\(text)" }
        guard string.range.count == text.utf8CodeUnitCount else { return false }
        let start = text.utf8Start
        var index = string.range.lowerBound
        for offset in 0..<text.utf8CodeUnitCount {
            if bytes[index] != start[offset] { return false }
            index += 1
        }
        return true
    }

    // MARK: Bytes

    private var current: UInt8? { position < limit ? bytes[position] : nil }

    @inline(__always)
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    @inline(__always)
    private mutating func skipSpace() throws(JSONError) -> UInt8 {
        while position < limit {
            let byte = bytes[position]
            if !isSpace(byte) { return byte }
            position += 1
        }
        throw JSONError(.unexpectedEnd, at: limit)
    }

    private mutating func open(_ bracket: UInt8, _ name: String) throws(JSONError) {
        guard try skipSpace() == bracket else { throw JSONError(.wrongKind(expected: name), at: position) }
        guard depth < maximumDepth else { throw JSONError(.tooDeep(limit: maximumDepth), at: position) }
        depth += 1
        position += 1
        isFresh = true
    }

    private mutating func advance(to close: UInt8) throws(JSONError) -> Bool {
        let byte = try skipSpace()
        if byte == close {
            position += 1
            depth -= 1
            isFresh = false
            return false
        }
        if !isFresh {
            guard byte == UInt8(ascii: ",") else { throw JSONError(.unexpectedByte(byte), at: position) }
            position += 1
            let next = try skipSpace()
            guard next != close else { throw JSONError(.unexpectedByte(next), at: position) }
        }
        isFresh = false
        return true
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < limit else { throw JSONError(.unexpectedEnd, at: limit) }
            guard bytes[position] == word.utf8Start[offset] else {
                throw JSONError(.unexpectedByte(bytes[position]), at: position)
            }
            position += 1
        }
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let byte = current, byte.isASCIIDigit { position += 1 }
        guard position > start else {
            throw JSONError(position < limit ? .invalidNumber : .unexpectedEnd, at: position)
        }
    }

    private func decodeEscape(_ index: inout Int, end: Int, into decoded: inout [UInt8]) throws(JSONError) {
        guard index < end else { throw JSONError(.invalidEscape, at: index) }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            let start = index
            var value = try hexQuad(&index, end: end)
            if value & 0xFC00 == 0xD800 {
                guard index + 1 < end, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
                    throw JSONError(.loneSurrogate, at: start)
                }
                index += 2
                let low = try hexQuad(&index, end: end)
                guard low & 0xFC00 == 0xDC00 else { throw JSONError(.loneSurrogate, at: start) }
                value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
            }
            guard let scalar = Unicode.Scalar(value) else { throw JSONError(.loneSurrogate, at: start) }
            decoded.append(contentsOf: UTF8.encode(scalar)!)
        default: throw JSONError(.invalidEscape, at: index - 1)
        }
    }

    private func hexQuad(_ index: inout Int, end: Int) throws(JSONError) -> UInt32 {
        guard index + 4 <= end else { throw JSONError(.invalidEscape, at: index) }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = bytes[index].hexDigitValue else { throw JSONError(.invalidEscape, at: index) }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
