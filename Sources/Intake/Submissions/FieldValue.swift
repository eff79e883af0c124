/// What a field holds, before it is known whether it may.
enum FieldValue: Sendable {
    case text(String)
    /// As written.
    case number(String)
    case bool(Bool)
    /// An array or object.
    case compound
    /// Bytes that are no text, and why.
    case broken(String)

    /// Nothing, as a form sends an empty field.
    var isEmpty: Bool {
        if case .text(let text) = self { text.isEmpty } else { false }
    }

    var kindInWords: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .bool: "true or false"
        case .compound: "an array or object"
        case .broken: "no text"
        }
    }
}
