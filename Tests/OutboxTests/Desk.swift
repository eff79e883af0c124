import Comments
import Markup
import Settings

@testable import Outbox

/// A site with one thread, and comments on it, for tests.
enum Desk {
    static let address = ThreadAddress(
        canonical: "https://blog.example/2026/harbour",
        url: "https://blog.example/2026/harbour/"
    )
    static let thread = ThreadRecord(address: address, slug: "2026/harbour", title: "The harbour & its <cats>")
    static let start = Timestamp(seconds: 1_772_357_400)

    static func settings(_ change: (inout Settings) -> Void = { _ in }) -> Settings {
        var settings = Settings()
        settings.site.title = "Harbour Libraries"
        settings.site.url = "https://blog.example"
        settings.site.moderators = ["desk@blog.example"]
        change(&settings)
        return settings
    }

    static func context(
        templates: [String: String] = [:],
        _ change: (inout Settings) -> Void = { _ in }
    ) throws -> OutboxContext {
        try OutboxContext(
            settings: settings(change),
            keys: SiteKeys(secret: Array(repeating: 7, count: 32)),
            markup: MarkupCleaner(MarkupOptions(siteHost: "blog.example")),
            templates: templates
        )
    }

    static func id(_ number: Int) -> CommentID {
        CommentID(high: UInt64(start.milliseconds) << 16, low: UInt64(number))
    }

    /// Comment `number`, sent `number` minutes after the first.
    static func comment(
        _ number: Int,
        answers parent: Int? = nil,
        minutes: Int? = nil,
        name: String = "Ada",
        email: String? = "ada@private.example",
        website: String? = nil,
        isVerified: Bool = false,
        body: String? = nil
    ) -> StoredComment {
        let time = start.adding(seconds: Int64(minutes ?? number) * 60)
        return StoredComment(
            sequence: Int64(number),
            origin: Origin(id: id(number), delivery: "a.ndjson", index: number, arrivedAt: time),
            thread: address,
            parent: parent.map(id),
            author: Author(
                name: name,
                email: email,
                website: website,
                ip: "203.0.113.77",
                userAgent: "Browser/1",
                isVerified: isVerified
            ),
            body: body ?? "Words of \(number)",
            submittedAt: time,
            decision: Decision(verdict: .approved),
            decidedAt: time,
            publishedAt: time.adding(seconds: 30),
            publication: Int64(number + 1)
        )
    }

    static func page(
        _ entries: [PlacedComment],
        number: Int = 1,
        pages: Int = 1,
        isClosed: Bool = false,
        context: OutboxContext
    ) -> ThreadPage {
        var record = thread
        record.isClosed = isClosed
        let count = entries.count { !$0.isTombstone }
        let topLevel = entries.count { $0.comment.parent == nil }
        return ThreadPage(
            ThreadSummary(record, count: count, topLevel: topLevel, pages: pages),
            number: number,
            entries: entries,
            context: context
        )
    }

    static func entries(_ comments: [StoredComment], tombstones: Set<Int> = []) -> [PlacedComment] {
        comments.map { PlacedComment(ShownComment($0), isTombstone: tombstones.contains($0.origin.index)) }
    }

    /// A comment as its item shows it.
    static func item(
        _ comment: StoredComment,
        parent: CommentID? = nil,
        ancestors: Int = 0,
        _ context: OutboxContext
    ) -> PublicComment {
        PublicComment(
            ShownComment(comment),
            in: address,
            on: address.urlOfPage,
            parent: parent,
            ancestors: ancestors,
            context: context
        )
    }

    /// A comment as feeds tell of it.
    static func entry(
        _ comment: StoredComment,
        answered: CommentFeedEntry.Answered? = nil,
        replies: Int? = nil,
        _ context: OutboxContext
    ) -> CommentFeedEntry {
        let shown = ShownComment(comment)
        return CommentFeedEntry(
            shown,
            body: FeedBody(shown, context: context),
            thread: FeedThread(thread, context: context),
            answered: answered,
            replies: replies
        )
    }
}
