import Comments
import Text
import XML

/// Comments out of a feed of comments.
final class FeedImport: ImportSource {
    private let reader: FeedReader
    private(set) var problems: [XMLProblem] = []

    init(base: String?, limits: FeedLimits, onRecord: @escaping (ImportedRecord) throws -> Void) {
        reader = FeedReader(base: base, limits: limits) { entry in
            guard entry.isComment else {
                return try onRecord(.skipped(id: entry.id, reason: "it is a post: it answers nothing"))
            }
            guard let comment = ImportedComment(entry) else {
                return try onRecord(.skipped(id: entry.id, reason: "it has no link to its post"))
            }
            try onRecord(.comment(comment))
        }
    }

    func read(_ bytes: [UInt8]) throws { try reader.read(bytes) }
    func finish() throws { problems = try reader.finish().problems }
}

extension FeedEntry {
    /// Whether it says what it answers, links into a page, or is titled as WordPress titles comments.
    fileprivate var isComment: Bool {
        inReplyTo != nil || link?.contains("#") == true
            || title.map { title in
                ["Comment on ", "Kommentar zu ", "By: ", "Von: ", "Re: "].contains { title.hasPrefix($0) }
            }
                == true
    }
}

extension ImportedComment {
    /// The comment that an entry is: its thread is its link without the fragment, or what it answers where that has an
    /// address; nil without either.
    public init?(_ entry: FeedEntry) {
        guard let link = entry.link ?? entry.inReplyTo?.href else { return nil }
        let thread = String(link.prefix { $0 != "#" })
        self.init(
            thread: thread,
            title: entry.title.flatMap(Self.postTitle),
            senderID: entry.id,
            // What answers the post names the post.
            parentID: entry.inReplyTo.flatMap { $0.ref == thread ? nil : $0.ref },
            name: entry.author?.name,
            email: entry.author?.email,
            website: entry.author?.url,
            body: entry.content ?? entry.summary ?? "",
            format: .html,
            submittedAt: entry.published ?? entry.updated
        )
    }

    /// The post's title out of WordPress's `Comment on TITLE by NAME`; nil for `By: NAME` and whatever else.
    private static func postTitle(_ title: String) -> String? {
        for prefix in ["Comment on ", "Kommentar zu ", "Re: "] where title.hasPrefix(prefix) {
            let rest = title.dropFirst(prefix.count)
            for separator in [" by ", " von "] {
                if let end = rest.ranges(of: separator).last { return String(rest[..<end.lowerBound]).trimmed }
            }
            return String(rest).trimmed
        }
        return nil
    }
}
