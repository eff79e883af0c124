import Comments
import Text
import XML

/// The elements of Disqus's export.
enum DisqusShape {
    enum Record { case thread, post, author, category }

    enum Field {
        case link, title, created, isClosed, isDeleted, isSpam, isApproved, message, name, email, username, address
        case parent, id
    }

    static let elements: [String: RecordElement<Record, Field>] = [
        "thread": .record(.thread),
        "post": .record(.post),
        "author": .record(.author),
        "category": .record(.category),
        "link": .field(.link),
        "title": .field(.title),
        "createdAt": .field(.created),
        "isClosed": .field(.isClosed),
        "isDeleted": .field(.isDeleted),
        "isSpam": .field(.isSpam),
        "isApproved": .field(.isApproved),
        "message": .field(.message),
        "name": .field(.name),
        "email": .field(.email),
        "username": .field(.username),
        "ipAddress": .field(.address),
        "parent": .field(.parent),
        "id": .field(.id),
    ]
}

/// Reads Disqus's export: threads first, then posts that name their thread and parent by `dsq:id`.
final class DisqusReader: RecordReader<DisqusShape.Record, DisqusShape.Field> {
    private let onRecord: (ImportedRecord) throws -> Void
    private var threads: [String: (url: String, title: String?)] = [:]
    private var fields: [DisqusShape.Field: String] = [:]
    private var id: String?
    private var postThread: String?
    private var depth = 0

    init(onRecord: @escaping (ImportedRecord) throws -> Void) {
        self.onRecord = onRecord
        super.init(DisqusShape.elements)
    }

    override func begin(_ record: DisqusShape.Record, _ element: XMLElement) {
        depth += 1
        let identifier = element.attributes.first { $0.name.local == "id" }?.value
        guard depth == 1 else {
            if record == .thread { postThread = identifier }
            return
        }
        fields = [:]
        id = identifier
        postThread = nil
    }

    override func begin(_ field: DisqusShape.Field, _ element: XMLElement) {
        guard field == .parent else { return }
        fields[.parent] = element.attributes.first { $0.name.local == "id" }?.value
    }

    override func set(_ field: DisqusShape.Field, _ text: String) {
        guard field != .parent, fields[field] == nil else { return }
        fields[field] = text
    }

    override func end(_ record: DisqusShape.Record) throws {
        depth -= 1
        guard depth == 0 else { return }
        switch record {
        case .thread: try endThread()
        case .post: try endPost()
        case .author, .category: break
        }
    }

    private func endThread() throws {
        guard let id, let link = text(.link), threads.count < 1_000_000 else { return }
        threads[id] = (link, text(.title))
        guard !flag(.isDeleted) else { return }
        try onRecord(
            .post(
                FeedPost(
                    url: link,
                    title: text(.title).map(HTMLText.decoded),
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
            title: thread.title.map(HTMLText.decoded),
            senderID: id,
            parentID: text(.parent),
            name: text(.name) ?? text(.username),
            email: text(.email),
            ip: text(.address),
            body: fields[.message] ?? "",
            format: .html,
            submittedAt: text(.created).flatMap(FeedDate.parse),
            verdict: flag(.isSpam)
                ? .spam : flag(.isDeleted) ? .trashed : text(.isApproved) == "false" ? .held : .approved
        )
        try onRecord(.comment(imported))
    }

    private func text(_ field: DisqusShape.Field) -> String? {
        let text = fields[field]?.trimmed
        return text == "" ? nil : text
    }

    private func flag(_ field: DisqusShape.Field) -> Bool { text(field) == "true" }
}
