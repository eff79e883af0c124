/// A comment's template for one shape, taken apart at its values: rendering a comment is putting the values between the pieces.
struct CommentPieces: Sendable {
    enum Piece: Sendable {
        case literal([UInt8])
        case value(CommentValue, isEscaped: Bool)
    }

    private(set) var head: [Piece] = []
    /// What follows the replies.
    private(set) var tail: [Piece] = []

    /// - Parameter rendered: the template with marks in the place of values.
    init(_ rendered: String) {
        let bytes = Array(rendered.utf8)
        let mark = Array("\u{10FFFD}".utf8)
        let escape = Array("&lt;".utf8)
        var afterReplies = false
        var start = 0
        var index = 0
        func add(_ piece: Piece) {
            if afterReplies { tail.append(piece) } else { head.append(piece) }
        }
        while index + mark.count + 1 < bytes.count {
            let letter = index + mark.count
            guard bytes[index] == mark[0], bytes[index..<letter].elementsEqual(mark),
                let value = CommentValue(rawValue: bytes[letter])
            else {
                index += 1
                continue
            }
            let isEscaped = bytes[(letter + 1)...].starts(with: escape)
            if start < index { add(.literal(Array(bytes[start..<index]))) }
            if value == .replies { afterReplies = true } else { add(.value(value, isEscaped: isEscaped)) }
            index = letter + (isEscaped ? 1 + escape.count : 2)
            start = index
        }
        if start < bytes.count { add(.literal(Array(bytes[start...]))) }
    }
}
