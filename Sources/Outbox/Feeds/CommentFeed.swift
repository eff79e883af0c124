import Comments
import Feeds
import Text

/// The feed of the site's comments or of one thread's: the current document, or an archive of it.
public struct CommentFeed: Sendable {
    /// nil: all of the site's.
    public let thread: ThreadRecord?
    /// nil: the current document.
    public let archive: Int?
    /// How many archives the feed has.
    public let archives: Int
    let updated: Timestamp
    private let items: [FeedItem]
    let context: OutboxContext

    /// - Parameters:
    ///   - entries: in the order of first approvals, newest first.
    ///   - archive: the archive's number; nil for the current document.
    ///   - archives: how many the feed has.
    ///   - updated: when the feed last changed; nil: when its newest entry did.
    public init(
        of thread: ThreadRecord? = nil,
        entries: [CommentFeedEntry],
        archive: Int? = nil,
        archives: Int = 0,
        updated: Timestamp? = nil,
        context: OutboxContext
    ) {
        self.thread = thread
        self.archive = archive
        self.archives = archives
        self.updated = updated ?? entries.map(\.updatedAt).max() ?? Timestamp(seconds: 0)
        self.context = context
        let isOfThread = thread != nil
        items = entries.map { FeedItem($0, isInThreadFeed: isOfThread, context: context) }
    }

    public func write(as format: FeedFormat) -> [UInt8] { document(as: format).write(as: format) }

    /// The document before it is written: its links depend on the format.
    public func document(as format: FeedFormat) -> FeedDocument {
        let site = context.settings.site
        let siteName = site.title.isEmpty ? context.host : site.title
        return FeedDocument(
            id: context.url("feeds/" + (thread.map { "threads/" + $0.slug } ?? "comments")),
            title: thread.map { context.phrases.threadFeedTitle.filling(["title": $0.title ?? $0.address.url]) }
                ?? context.phrases.siteFeedTitle.filling(["title": siteName]),
            link: thread?.address.url ?? context.settings.siteURL,
            selfLink: archive.map { address(ofArchive: $0, format) } ?? current(format),
            language: site.language,
            updated: updated,
            generator: FeedDocument.Generator(name: "Moderato"),
            author: siteName,
            paging: paging(format),
            stylesheet: context.url(OutboxPaths.feedStyleSheetName),
            items: items
        )
    }

    private func current(_ format: FeedFormat) -> String { context.url(OutboxPaths.feed(thread?.slug, format)) }

    private func address(ofArchive number: Int, _ format: FeedFormat) -> String {
        context.url(OutboxPaths.archived(number, slug: thread?.slug, format))
    }

    /// An archive names no later one, so that it does not change when that is written.
    private func paging(_ format: FeedFormat) -> FeedPaging {
        let previous = archive.map { $0 - 1 } ?? archives
        return FeedPaging(
            isArchive: archive != nil,
            previousArchive: previous > 0 ? address(ofArchive: previous, format) : nil,
            current: archive == nil ? nil : current(format)
        )
    }

    /// One more item, for a feed that is written item by item.
    public func item(_ entry: CommentFeedEntry) -> FeedItem {
        FeedItem(entry, isInThreadFeed: thread != nil, context: context)
    }
}

extension FeedItem {
    fileprivate init(_ entry: CommentFeedEntry, isInThreadFeed: Bool, context: OutboxContext) {
        let (comment, thread) = (entry.comment, entry.thread)
        let name = comment.name.isEmpty ? context.phrases.anonymous : comment.name
        let digits = comment.id.description
        let answered = entry.answered.map {
            let digits = $0.id.description
            return Reply(
                ref: context.tag(digits, $0.publishedAt),
                href: CommentID.permalink(to: digits, on: thread.page)
            )
        }
        self.init(
            id: context.tag(digits, comment.publishedAt),
            title: thread.title(of: name, isInThreadFeed: isInThreadFeed),
            link: CommentID.permalink(to: digits, on: thread.page),
            authorName: name,
            authorLink: comment.publicWebsite,
            published: comment.postedAt,
            updated: entry.updatedAt,
            content: entry.body.html,
            summary: entry.body.summary,
            inReplyTo: answered ?? thread.post,
            commentCount: entry.replies,
            commentFeed: thread.feed
        )
    }
}

extension OutboxContext {
    /// A `tag:` URI (RFC 4151) of the site's host, the day of first approval and the comment's id.
    fileprivate func tag(_ digits: String, _ publishedAt: Timestamp) -> String {
        String(atMost: host.utf8.count + digits.utf8.count + 32) { tag in
            tag.put("tag:")
            tag.put(host)
            tag.put(",")
            tag.put(dayOf: CivilTime(publishedAt))
            tag.put(":")
            tag.put(digits)
        }
    }
}

extension CommentFeedEntry {
    fileprivate var updatedAt: Timestamp { max(comment.editedAt ?? comment.publishedAt, comment.publishedAt) }
}
