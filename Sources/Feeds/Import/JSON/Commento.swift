import Comments
import JSON

/// The export of Commento (version 1) and of Comentario (version 3): commenters, pages and comments in one document.
enum Commento {
    static func read(_ bytes: [UInt8], base: String?, _ onRecord: (ImportedRecord) throws -> Void) throws {
        let document: JSONValue
        do {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw ImportError.json(message: "this is no export of Commento: \(error)", line: 1)
        }
        let commenters = table(document["commenters"], keys: ["commenterHex", "id"])
        let pages = table(document["pages"], keys: ["id"])
        for page in document["pages"]?.array ?? [] {
            guard let path = page["path"]?.string else { continue }
            let post = FeedPost(
                url: address(path, page["domain"]?.string, base),
                title: page["title"]?.string,
                isClosed: page["isReadonly"]?.bool
            )
            try onRecord(.post(post))
        }
        for comment in document["comments"]?.array ?? [] {
            let id = comment["commentHex"]?.string ?? comment["id"]?.string
            let page = comment["pageId"]?.string.flatMap { pages[$0] }
            // Commento has the path as `url`; Comentario has it in its page or as `path`, and a permalink, or nothing, as `url`.
            let paths = [page?["path"], comment["path"], comment["url"]].lazy.compactMap { $0?.string }
            guard let path = paths.first(where: { !$0.isEmpty }) else {
                try onRecord(.skipped(id: id, reason: "it names no page"))
                continue
            }
            let person = (comment["commenterHex"] ?? comment["userCreated"])?.string.flatMap { commenters[$0] }
            try onRecord(.comment(imported(comment, id, address(path, comment["domain"]?.string, base), person)))
        }
    }

    private static func imported(
        _ comment: JSONValue,
        _ id: String?,
        _ thread: String,
        _ person: JSONValue?
    ) -> ImportedComment {
        let isDeleted = isDeleted(comment)
        // What Commento deletes keeps its place.
        let markdown = isDeleted && comment["markdown"]?.string == deletedText ? "" : comment["markdown"]?.string
        let parent = (comment["parentHex"] ?? comment["parentId"])?.string
        let link = (person?["link"] ?? person?["websiteUrl"])?.string
        return ImportedComment(
            thread: thread,
            senderID: id,
            parentID: parent == "root" || parent == "" ? nil : parent,
            name: person?["name"]?.string ?? comment["authorName"]?.string,
            email: person?["email"]?.string,
            website: link == "undefined" || link == "" ? nil : link,
            ip: comment["authorIp"]?.string,
            body: markdown ?? comment["html"]?.string ?? "",
            format: markdown == nil ? .html : .markdown,
            submittedAt: (comment["creationDate"] ?? comment["createdTime"])?.string.flatMap(FeedDate.parse),
            verdict: isDeleted ? .trashed : verdict(comment)
        )
    }

    /// What stands in place of a deleted comment's text; Commento's export says no more of it.
    private static let deletedText = "[deleted]"

    private static func isDeleted(_ comment: JSONValue) -> Bool {
        (comment["deleted"] ?? comment["isDeleted"])?.bool == true || comment["markdown"]?.string == deletedText
    }

    /// What a moderator of Comentario rejected is neither approved nor pending.
    private static func verdict(_ comment: JSONValue) -> Verdict {
        switch comment["state"]?.string {
        case "approved": .approved
        case "flagged": .spam
        case nil where comment["isApproved"]?.bool != false: .approved
        case nil where comment["isPending"]?.bool == false: .trashed
        default: .held
        }
    }

    private static func table(_ array: JSONValue?, keys: [String]) -> [String: JSONValue] {
        var table: [String: JSONValue] = [:]
        for value in array?.array ?? [] {
            for key in keys {
                if let id = value[key]?.string { table[id] = value }
            }
        }
        return table
    }

    private static func address(_ path: String, _ domain: String?, _ base: String?) -> String {
        if let base { return FeedBase(base).resolve(path) }
        guard let domain, path.hasPrefix("/") else { return path }
        return "https://" + domain + path
    }
}
