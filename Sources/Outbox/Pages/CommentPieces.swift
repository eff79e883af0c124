/// A comment's template for one shape, taken apart at its values.
struct CommentPieces: Sendable {
    typealias Piece = TemplatePieces<CommentValue>.Piece

    let head: [Piece]
    /// What follows the replies.
    let tail: [Piece]

    /// - Parameter rendered: the template with marks in the place of values.
    init(_ rendered: String) {
        let pieces = TemplatePieces<CommentValue>(rendered).pieces
        head = Array(pieces.prefix { !Self.isReplies($0) })
        tail = pieces.dropFirst(head.count).filter { !Self.isReplies($0) }
    }

    private static func isReplies(_ piece: Piece) -> Bool {
        if case .value(.replies, _) = piece { true } else { false }
    }
}
