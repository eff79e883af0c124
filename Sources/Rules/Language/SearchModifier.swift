import Patterns
import Text

/// How a search check's values are put together: AutoModerator's modifiers.
struct SearchMethod: Sendable, Hashable {
    enum Modifier: String, CaseIterable, Sendable {
        case includes
        case includesWord = "includes-word"
        case startsWith = "starts-with"
        case endsWith = "ends-with"
        case fullExact = "full-exact"
        case fullText = "full-text"
        case regex
        case caseSensitive = "case-sensitive"
    }

    var frame: Frame
    var isRegex: Bool
    var ignoresCase: Bool
    /// Whether subdomains of a value count as well.
    var takesSubdomains: Bool
}

extension SearchMethod {
    /// The first framing modifier counts; without one, a single field's default, else whole words.
    init(_ modifiers: [Modifier], fields: [String]) {
        isRegex = modifiers.contains(.regex)
        ignoresCase = !modifiers.contains(.caseSensitive)
        let framing = modifiers.compactMap(\.frame).first
        let onlyField = Set(fields).count == 1 ? fields.first : nil
        takesSubdomains = framing == nil && onlyField == "domain"
        frame = framing ?? Self.defaultFrame(of: onlyField)
    }

    private static func defaultFrame(of field: String?) -> Frame {
        switch field {
        case "id": .whole
        case "url": .anywhere
        default: .word
        }
    }
}

extension SearchMethod.Modifier {
    fileprivate var frame: Frame? {
        switch self {
        case .includes: .anywhere
        case .includesWord: .word
        case .startsWith: .start
        case .endsWith: .end
        case .fullExact: .whole
        case .fullText: .wholeBarPunctuation
        case .regex, .caseSensitive: nil
        }
    }
}

extension SearchMethod {
    /// The regular expression that AutoModerator makes of a list of values.
    func expressionText(of values: [String]) -> String {
        let joined = "(" + values.map { isRegex ? $0 : $0.escapedForExpression }.joined(separator: "|") + ")"
        return before + joined + after
    }

    /// What stands before the group of values.
    private var before: String {
        let frame =
            switch frame {
            case .anywhere, .end: ""
            case .word: #"(?:^|\W|\b)"#
            case .start, .whole: "^"
            case .wholeBarPunctuation: #"^\W*"#
            }
        return takesSubdomains ? frame + #"(?:.*?\.)?"# : frame
    }

    private var after: String {
        switch frame {
        case .anywhere, .start: ""
        case .word: #"(?:$|\W|\b)"#
        case .end, .whole: "$"
        case .wholeBarPunctuation: #"\W*$"#
        }
    }

    /// Scalars before the first value in the expression.
    var valueOffset: Int { before.unicodeScalars.count + 1 }
}

extension String {
    /// The text with every ASCII character that could mean something in a regular expression escaped.
    fileprivate var escapedForExpression: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            let isPlain = byte >= 0x80 || byte == UInt8(ascii: "_") || byte.isASCIIAlphanumeric
            if !isPlain { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
