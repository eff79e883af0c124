/// A template that was rendered with marks in the place of values, taken apart at them: rendering it for one comment or page is
/// putting the values between the pieces.
struct TemplatePieces<Value: TemplateValue>: Sendable {
    enum Piece: Sendable {
        case literal([UInt8])
        case value(Value, isEscaped: Bool)
    }

    private(set) var pieces: [Piece] = []

    init(_ rendered: String) {
        let bytes = Array(rendered.utf8)
        let mark = Array("\u{10FFFD}".utf8)
        let escape = Array("&lt;".utf8)
        var start = 0
        var index = 0
        while index + mark.count + 1 < bytes.count {
            let letter = index + mark.count
            guard bytes[index] == mark[0], bytes[index..<letter].elementsEqual(mark),
                let value = Value(rawValue: bytes[letter])
            else {
                index += 1
                continue
            }
            let isEscaped = bytes[(letter + 1)...].starts(with: escape)
            if start < index { pieces.append(.literal(Array(bytes[start..<index]))) }
            pieces.append(.value(value, isEscaped: isEscaped))
            index = letter + (isEscaped ? 1 + escape.count : 2)
            start = index
        }
        if start < bytes.count { pieces.append(.literal(Array(bytes[start...]))) }
    }
}

extension [UInt8] {
    /// Appends a value as the template shows it.
    mutating func append(_ value: String, isEscaped: Bool) {
        if isEscaped { HTMLText.append(value, to: &self) } else { append(contentsOf: value.utf8) }
    }
}
