import Comments
import JSON
import Text
import Yams

/// Staticman's entries: one comment a file, in YAML or JSON, in a folder named for the post.
public enum Staticman {
    /// The largest file that is read, in bytes.
    public static let limit = 1 << 20

    /// The comment in one file.
    /// - Parameters:
    ///   - file: its name, which is its id where it has none.
    ///   - slug: the name of its folder, which is its post.
    /// - Returns: nil where the file holds no comment.
    public static func read(_ bytes: [UInt8], file: String, slug: String) -> ImportedComment? {
        guard bytes.count <= limit else { return nil }
        let fields = bytes.first { $0 > 0x20 } == UInt8(ascii: "{") ? json(bytes) : yaml(bytes)
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty }
        }
        guard let body = value("message", "comment", "body", "content", "text") else { return nil }
        return ImportedComment(
            thread: value("url_post", "page", "postUrl", "slug") ?? slug,
            senderID: value("_id", "id") ?? file,
            parentID: value("_parent", "replyto", "reply_to", "parent", "replyingto", "replying_to", "replyid").flatMap
            {
                // Many themes put the post there.
                $0 == slug || $0 == "0" || $0.contains("/") ? nil : $0
            },
            name: value("name", "author"),
            // Staticman keeps a hash of the address.
            email: value("email").flatMap { $0.contains("@") ? $0 : nil },
            website: value("url", "website", "link"),
            body: body,
            format: .markdown,
            submittedAt: value("date", "timestamp", "created").flatMap(date),
            verdict: .approved
        )
    }

    private static func date(_ text: String) -> Timestamp? {
        guard let number = Int64(text) else { return FeedDate.parse(text) }
        return number > 100_000_000_000 ? Timestamp(milliseconds: number) : Timestamp(seconds: number)
    }

    private static func json(_ bytes: [UInt8]) -> [String: String] {
        guard let members = (try? JSONValue(parsing: bytes))?.members else { return [:] }
        var fields: [String: String] = [:]
        for member in members {
            fields[member.key.asciiLowercased] = member.value.string ?? member.value.int.map(String.init)
        }
        return fields
    }

    /// Only scalars at the top are looked at, so that aliases can't multiply.
    private static func yaml(_ bytes: [UInt8]) -> [String: String] {
        guard let text = String(validating: bytes, as: UTF8.self), let node = try? Yams.compose(yaml: text),
            let mapping = node.mapping
        else { return [:] }
        var fields: [String: String] = [:]
        for (key, value) in mapping {
            guard let key = key.scalar?.string, let text = value.scalar?.string else { continue }
            fields[key.asciiLowercased] = text
        }
        return fields
    }
}
