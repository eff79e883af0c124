import Comments
import Text
import XML

/// Reads posts and comments of WXR. A post is given before its comments, as soon as the first of them begins.
final class WXRReader: RecordReader<WXRShape.Record, WXRShape.Field> {
    private let onRecord: (ImportedRecord) throws -> Void
    private var authors: [String: FeedPerson] = [:]
    private var fields: [WXRShape.Field: String] = [:]
    private var comment: [WXRShape.Field: String] = [:]
    private var author: [WXRShape.Field: String] = [:]
    private var hasGivenPost = false

    init(onRecord: @escaping (ImportedRecord) throws -> Void) {
        self.onRecord = onRecord
        super.init(WXRShape.elements)
    }

    override func begin(_ record: WXRShape.Record, _ element: XMLElement) throws {
        switch record {
        case .item:
            fields = [:]
            hasGivenPost = false
        case .comment:
            comment = [:]
            try givePost()
        case .author: author = [:]
        case .meta: break
        }
    }

    override func set(_ field: WXRShape.Field, _ text: String) {
        switch record {
        case .item: if fields[field] == nil { fields[field] = text }
        case .comment: comment[field] = text
        case .author: author[field] = text
        case .meta, nil: break
        }
    }

    override func end(_ record: WXRShape.Record) throws {
        switch record {
        case .item: try givePost()
        case .comment: try giveComment()
        case .author:
            guard let login = author[.authorLogin], authors.count < 100_000 else { return }
            authors[login] = FeedPerson(name: author[.authorName] ?? login, email: author[.authorEmail])
        case .meta: break
        }
    }

    private var thread: String? {
        let link = fields[.link]?.trimmed ?? ""
        let address = link.isEmpty ? fields[.guid]?.trimmed ?? "" : link
        return address.isEmpty ? nil : address
    }

    private func givePost() throws {
        guard !hasGivenPost else { return }
        hasGivenPost = true
        let type = fields[.type] ?? "post"
        guard type == "post" || type == "page", let thread, (fields[.status] ?? "publish") == "publish" else { return }
        let creator = fields[.creator].map(HTMLText.decoded)
        let post = FeedPost(
            url: thread,
            title: fields[.title]?.trimmed,
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
            title: fields[.title]?.trimmed,
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
