import Comments
import Text

/// The comment that a reply answers, or why it stands at the top level instead.
struct Answered {
    private(set) var parent: CommentID?
    /// A sentence for the moderator where the parent is dropped.
    private(set) var reason: String?

    init(_ comment: borrowing Comment, history: any History) throws {
        guard let name = comment.parent, !name.isEmpty, name != "0" else { return }
        let record = try history.parent(named: name, in: comment.thread.canonical)
        if let reason = Self.reasonAgainst(record, in: comment.thread.canonical) {
            self.reason =
                "It was sent as a reply to “\(name.shortened(to: 40))”, \(reason), and stands at the top level."
        } else {
            parent = record?.id
        }
    }

    private static func reasonAgainst(_ record: ParentRecord?, in thread: String) -> String? {
        guard let record else { return "which is not known" }
        if record.thread != thread { return "which belongs to another thread" }
        if record.isTombstone { return "which was removed" }
        switch record.verdict {
        case .approved, .held: return nil
        case .spam: return "which is spam"
        case .trashed: return "which is in the trash"
        case .rejected: return "which was rejected"
        }
    }
}
