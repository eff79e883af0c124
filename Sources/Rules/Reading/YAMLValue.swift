import Yams

/// A YAML node as PyYAML reads it, which decides what an unquoted word means: `yes` is true, `0123` a number.
struct YAMLValue {
    let content: Content
    /// Counted from 1, in the text that was parsed.
    let line: Int
    let column: Int
    /// As it was written, where it is an unquoted word or number.
    let plainText: String?

    indirect enum Content {
        case null
        case bool(Bool)
        case int(Int)
        case float(Double)
        case string(String)
        case list([YAMLValue])
        case mapping([(key: YAMLValue, value: YAMLValue)])
        /// A tag that has no meaning here, such as the `!` of an unquoted `!word`.
        case unknownTag(String)
    }

    init(_ node: Node) {
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
        guard case .scalar(let scalar) = node else {
            content =
                switch node {
                case .sequence(let sequence): .list(sequence.map(YAMLValue.init))
                case .mapping(let mapping): .mapping(mapping.map { (YAMLValue($0.key), YAMLValue($0.value)) })
                case .scalar, .alias: .null
                }
            plainText = nil
            return
        }
        let text = scalar.string.replacing(RuleDocument.byteOrderMark, by: "\u{FEFF}")
        content = Content(scalar, text)
        plainText = scalar.style == .plain ? text : nil
    }
}

extension YAMLValue.Content {
    fileprivate init(_ scalar: Node.Scalar, _ text: String) {
        switch scalar.tag.description {
        case "" where scalar.style == .plain, "?" where scalar.style == .plain: self.init(plain: text)
        case "", "?", "!", "tag:yaml.org,2002:str": self = .string(text)
        case "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null":
            self.init(plain: text)
        case let tag: self = .unknownTag(tag)
        }
    }

    /// What an unquoted word is by YAML 1.1's rules as PyYAML has them.
    init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": self = .bool(true)
        case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": self = .bool(false)
        default:
            guard let first = text.utf8.first, first < 0x3A, first != 0x22, first != 0x27 else {
                self = .string(text)
                return
            }
            self = PlainNumber.int(text).map(Self.int) ?? PlainNumber.float(text).map(Self.float) ?? .string(text)
        }
    }
}

extension YAMLValue {
    /// The value as Python's `str()` gives it, which is what a search check looks for; nil for lists, mappings and unknown tags.
    var searchText: String? {
        switch content {
        case .null: "None"
        case .bool(let value): value ? "True" : "False"
        case .int(let value): String(value)
        case .float(let value): value.isInfinite ? (value < 0 ? "-inf" : "inf") : String(value)
        case .string(let text): text
        case .list, .mapping, .unknownTag: nil
        }
    }

    /// Whether Python takes it for false, as an empty value.
    var isEmpty: Bool {
        switch content {
        case .null: true
        case .bool(let value): !value
        case .int(let value): value == 0
        case .float(let value): value == 0
        case .string(let text): text.isEmpty
        case .list(let values): values.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        case .unknownTag: false
        }
    }

    var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// What it is, in a message.
    var kind: String {
        switch content {
        case .null: "nothing"
        case .bool: "true or false"
        case .float(let value) where !value.isFinite: "infinity or no number at all"
        case .int, .float: "a number"
        case .string: "text"
        case .list: "a list"
        case .mapping: "a group"
        case .unknownTag(let tag): "the tag \(tag)"
        }
    }
}
