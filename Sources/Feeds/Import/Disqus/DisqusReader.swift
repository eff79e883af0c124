import Comments
import Text
import XML

/// The elements of Disqus's export.
enum DisqusShape {
    enum Record: Int { case thread, post, author, category }

    enum Field: Int, CaseIterable {
        case link, title, created, isClosed, isDeleted, isSpam, isApproved, message, name, email, username, address
        case parent, id
    }

    static let elements: [String: RecordElement] = [
        "thread": .record(Record.thread.rawValue),
        "post": .record(Record.post.rawValue),
        "author": .record(Record.author.rawValue),
        "category": .record(Record.category.rawValue),
        "link": .field(Field.link.rawValue),
        "title": .field(Field.title.rawValue),
        "createdAt": .field(Field.created.rawValue),
        "isClosed": .field(Field.isClosed.rawValue),
        "isDeleted": .field(Field.isDeleted.rawValue),
        "isSpam": .field(Field.isSpam.rawValue),
        "isApproved": .field(Field.isApproved.rawValue),
        "message": .field(Field.message.rawValue),
        "name": .field(Field.name.rawValue),
        "email": .field(Field.email.rawValue),
        "username": .field(Field.username.rawValue),
        "ipAddress": .field(Field.address.rawValue),
        "parent": .field(Field.parent.rawValue),
        "id": .field(Field.id.rawValue),
    ]
}

/// Reads Disqus's export: threads first, then posts that name their thread and parent by `dsq:id`.
final class DisqusReader: RecordReader {
    private let onRecord: (ImportedRecord) throws -> Void
    private var threads: [String: (url: String, title: String?, isDeleted: Bool)] = [:]
    private var fields = RecordFields<DisqusShape.Field>()
    private var id: String?
    private var postThread: String?
    private var depth = 0

    init(onRecord: @escaping (ImportedRecord) throws -> Void) {
        self.onRecord = onRecord
        super.init(DisqusShape.elements)
    }

    override func begin(record: Int, _ element: XMLElement) {
        depth += 1
        let identifier = element.attributes.first { $0.name.local == "id" }?.value
        guard depth == 1 else {
            if record == DisqusShape.Record.thread.rawValue { postThread = identifier }
            return
        }
        fields.clear()
        id = identifier
        postThread = nil
    }

    override func begin(field: Int, _ element: XMLElement) {
        guard field == DisqusShape.Field.parent.rawValue,
            let parent = element.attributes.first(where: { $0.name.local == "id" })?.value
        else { return }
        fields.set(field, parent)
    }

    override func set(field: Int, _ text: String) {
        if field != DisqusShape.Field.parent.rawValue { fields.set(field, text, keepsFirst: true) }
    }

    override func end(record: Int) throws {
        depth -= 1
        guard depth == 0 else { return }
        switch DisqusShape.Record(rawValue: record) {
        case .thread: try endThread()
        case .post: try endPost()
        case .author, .category, nil: break
        }
    }

    private func endThread() throws {
        guard let id, let link = text(.link), threads.count < 1_000_000 else { return }
        // Those without a title have their address in its stead.
        let title = text(.title).flatMap { $0 == link ? nil : HTMLText.decoded($0) }
        threads[id] = (link, title, flag(.isDeleted))
        guard !flag(.isDeleted) else { return }
        try onRecord(
            .post(
                FeedPost(
                    url: link,
                    title: title,
                    published: text(.created).flatMap(FeedDate.parse),
                    isClosed: text(.isClosed).map { $0 == "true" }
                )
            )
        )
    }

    private func endPost() throws {
        guard let thread = postThread.flatMap({ threads[$0] }) else {
            return try onRecord(.skipped(id: id, reason: "its thread is not in the file"))
        }
        let imported = ImportedComment(
            thread: thread.url,
            title: thread.title,
            senderID: id,
            parentID: text(.parent),
            name: text(.name) ?? text(.username),
            email: text(.email),
            ip: text(.address),
            body: fields[.message] ?? "",
            format: .html,
            submittedAt: text(.created).flatMap(FeedDate.parse),
            verdict: flag(.isSpam)
                ? .spam
                : flag(.isDeleted) || thread.isDeleted ? .trashed : text(.isApproved) == "false" ? .held : .approved
        )
        try onRecord(.comment(imported))
    }

    private func text(_ field: DisqusShape.Field) -> String? {
        let text = fields[field]?.trimmed
        return text == "" ? nil : text
    }

    private func flag(_ field: DisqusShape.Field) -> Bool { text(field) == "true" }
}
