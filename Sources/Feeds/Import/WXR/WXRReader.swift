import Comments
import Text
import XML

/// Reads posts and comments of WXR. A post is given before its comments, as soon as the first of them begins.
final class WXRReader: RecordReader {
    private let onRecord: (ImportedRecord) throws -> Void
    private var authors: [String: FeedPerson] = [:]
    private var fields = RecordFields<WXRShape.Field>()
    private var comment = RecordFields<WXRShape.Field>()
    private var author = RecordFields<WXRShape.Field>()
    private var hasGivenPost = false

    init(onRecord: @escaping (ImportedRecord) throws -> Void) {
        self.onRecord = onRecord
        super.init(WXRShape.elements)
    }

    override func begin(record: Int, _ element: XMLElement) throws {
        switch WXRShape.Record(rawValue: record) {
        case .item:
            fields.clear()
            hasGivenPost = false
        case .comment:
            comment.clear()
            try givePost()
        case .author: author.clear()
        case .meta, nil: break
        }
    }

    override func set(field: Int, _ text: String) {
        switch record.flatMap(WXRShape.Record.init) {
        case .item: fields.set(field, text, keepsFirst: true)
        case .comment: comment.set(field, text)
        case .author: author.set(field, text)
        case .meta, nil: break
        }
    }

    override func end(record: Int) throws {
        switch WXRShape.Record(rawValue: record) {
        case .item: try givePost()
        case .comment: try giveComment()
        case .author:
            guard let login = author[.authorLogin], authors.count < 100_000 else { return }
            let name = author[.authorName].map(HTMLText.decoded)
            authors[login] = FeedPerson(name: name ?? login, email: author[.authorEmail].map(HTMLText.decoded))
        case .meta, nil: break
        }
    }

    private var thread: String? {
        let link = fields[.link]?.trimmed ?? ""
        let address = link.isEmpty ? fields[.guid]?.trimmed ?? "" : link
        return address.isEmpty ? nil : address
    }

    /// WordPress escapes some: they are decoded once. nil where there is none, or the address in its stead.
    private var title: String? {
        guard let title = fields[.title]?.trimmed, !title.isEmpty, title != thread else { return nil }
        return HTMLText.decoded(title)
    }

    private func givePost() throws {
        guard !hasGivenPost else { return }
        hasGivenPost = true
        let type = fields[.type] ?? "post"
        guard type == "post" || type == "page", let thread, (fields[.status] ?? "publish") == "publish" else { return }
        let creator = fields[.creator].map(HTMLText.decoded)
        let post = FeedPost(
            url: thread,
            title: title,
            published: fields[.dateGMT].flatMap(FeedDate.parse) ?? fields[.date].flatMap(FeedDate.parse),
            author: creator.map { authors[$0] ?? FeedPerson(name: $0) },
            isClosed: fields[.commentStatus].map { $0.trimmed == "closed" }
        )
        try onRecord(.post(post))
    }

    private func giveComment() throws {
        let id = comment[.commentID]?.trimmed
        guard let thread else { return try onRecord(.skipped(id: id, reason: "its post has no address")) }
        let type = comment[.commentType]?.trimmed ?? ""
        guard type.isEmpty || type == "comment" else {
            return try onRecord(.skipped(id: id, reason: "it is a \(type)"))
        }
        let parent = comment[.commentParent]?.trimmed
        let imported = ImportedComment(
            thread: thread,
            title: title,
            senderID: id,
            parentID: parent == "0" || parent == "" ? nil : parent,
            name: decoded(.commentAuthor),
            email: decoded(.commentEmail),
            website: decoded(.commentURL),
            ip: decoded(.commentIP),
            userAgent: decoded(.commentAgent),
            body: comment[.commentContent] ?? "",
            format: .auto,
            submittedAt: date(.commentDateGMT) ?? date(.commentDate),
            verdict: verdict
        )
        try onRecord(.comment(imported))
    }

    /// WordPress keeps names and addresses escaped: they are decoded once.
    private func decoded(_ field: WXRShape.Field) -> String? {
        guard let text = comment[field]?.trimmed, !text.isEmpty else { return nil }
        return HTMLText.decoded(text)
    }

    private func date(_ field: WXRShape.Field) -> Timestamp? { comment[field].map(\.trimmed).flatMap(FeedDate.parse) }

    private var verdict: Verdict {
        switch comment[.commentApproved]?.trimmed {
        case "1", "approve", "approved": .approved
        case "spam": .spam
        case "trash", "post-trashed": .trashed
        default: .held
        }
    }
}
