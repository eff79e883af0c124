import Text
import Yams

/// One part of a rule file, between lines that start with `---`.
struct RuleDocument {
    let file: String
    /// Counted from 0.
    let index: Int
    let text: String
    /// The line of the file on which it starts, counted from 1.
    let firstLine: Int

    /// The parts of a file. What stands before the first separator is a part as well, also if it is empty.
    static func split(_ text: String, file: String) -> [RuleDocument] {
        let all = Array(text.utf8)
        let bytes = all[ByteOrderMark.length(in: all)...]
        var documents: [RuleDocument] = []
        var start = bytes.startIndex
        var firstLine = 1
        var line = 1
        var place = start
        func close() {
            let text = String(decoding: bytes[start..<place], as: UTF8.self)
            documents.append(RuleDocument(file: file, index: documents.count, text: text, firstLine: firstLine))
        }
        while place < bytes.endIndex {
            let next = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            if bytes[place..<next].starts(with: "---".utf8) {
                close()
                start = next
                firstLine = line + 1
            }
            place = next
            line += 1
        }
        close()
        return documents
    }
}

extension RuleDocument {
    /// Why a document is not YAML.
    struct SyntaxError: Error {
        let message: String
        let line: Int
        let column: Int
    }

    /// A key that is given twice, of which the last counts.
    struct Repeated {
        let key: String
        let line: Int
        let column: Int
    }

    /// The document's YAML; nil where it has none.
    func parsed() throws(SyntaxError) -> (root: YAMLValue?, repeated: [Repeated]) {
        // Yams drops a byte order mark that starts a value, and so would turn a search for it into one for nothing.
        var text = text.replacing("\u{FEFF}", by: Self.byteOrderMark)
        var repeated: [Repeated] = []
        while true {
            do {
                guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else { return (nil, repeated) }
                return (YAMLValue(node), repeated)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) where repeated.count < Self.maximumRepeats
            {
                let mark = context.mark
                repeated.append(Repeated(key: keys.first ?? "", line: mark.line, column: mark.column))
                text = Self.hiding(text, line: mark.line, column: mark.column, number: repeated.count)
            } catch {
                throw SyntaxError(error)
            }
        }
    }

    private static let maximumRepeats = 32
    /// Stands for U+FEFF while YAML is parsed.
    static let byteOrderMark: Unicode.Scalar = "\u{E0FF}"
    /// Stands where the first character of a key was that a later one overrides.
    static let hiddenKeys: ClosedRange<UInt32> = 0xE000...0xE020

    /// The text with a key made another: YAML's parser refuses equal keys, which AutoModerator does not.
    private static func hiding(_ text: String, line: Int, column: Int, number: Int) -> String {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        guard lines.indices.contains(line - 1) else { return text }
        var place = column - 1
        let quotes: [Unicode.Scalar] = ["\"", "'"]
        if lines[line - 1].indices.contains(place), quotes.contains(lines[line - 1][place]) { place += 1 }
        if lines[line - 1].indices.contains(place), let mark = Unicode.Scalar(0xE000 + UInt32(number)) {
            lines[line - 1][place] = mark
        }
        var result = String.UnicodeScalarView()
        for (number, line) in lines.enumerated() {
            if number > 0 { result.append("\n") }
            result.append(contentsOf: line)
        }
        return String(result)
    }
}

extension RuleDocument.SyntaxError {
    fileprivate init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = context.map { " \($0.text)" } ?? ""
            self.init(message: problem + place, line: mark.line, column: mark.column)
        case .reader(let problem, _, _, _):
            self.init(message: problem, line: 1, column: 1)
        case .duplicatedKeysInMapping(let keys, let context):
            let mark = context.mark
            self.init(message: "\(keys.joined(separator: ", ")) given twice", line: mark.line, column: mark.column)
        default:
            self.init(message: "not YAML", line: 1, column: 1)
        }
    }
}

extension String {
    /// The text with one scalar, which it rarely has, in place of another.
    func replacing(_ scalar: Unicode.Scalar, by other: Unicode.Scalar) -> String {
        guard !utf8.allSatisfy({ $0 < 0x80 }), unicodeScalars.contains(scalar) else { return self }
        var result = UnicodeScalarView()
        result.append(contentsOf: unicodeScalars.map { $0 == scalar ? other : $0 })
        return String(result)
    }
}
