import Comments
import Feeds
import Text

/// A thread as the items of feeds tell of it, made once for all of them.
public final class FeedThread: Sendable {
    public let record: ThreadRecord
    /// The address that items' fragments are put to.
    let page: String
    /// What an item answers that answers no other.
    let post: FeedItem.Reply
    /// The thread's feed.
    let feed: FeedAddresses
    /// The titles of items in the thread's feed and in the site's, around the author's name.
    private let titles: (own: [String], site: [String])

    public init(_ record: ThreadRecord, context: OutboxContext) {
        self.record = record
        let url = record.address.url
        page = record.address.urlOfPage
        post = FeedItem.Reply(ref: url, href: url)
        feed = FeedAddresses(stem: context.url(OutboxPaths.feedStem(record.slug)))
        titles = (
            own: context.phrases.itemOfThread.pieces(around: "name"),
            site: context.phrases.itemOfSite.pieces(around: "name", filling: ["title": record.title ?? url])
        )
    }

    func title(of name: String, isInThreadFeed: Bool) -> String {
        let pieces = isInThreadFeed ? titles.own : titles.site
        let size = pieces.reduce(0) { $0 + $1.utf8.count + name.utf8.count }
        return String(atMost: size) { title in
            for (index, piece) in pieces.enumerated() {
                if index > 0 { title.put(name) }
                title.put(piece)
            }
        }
    }
}
