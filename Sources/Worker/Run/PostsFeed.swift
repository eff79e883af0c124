import Comments
import Digests
import Feeds
import Ledger
import Logging
import XML

/// The site's own feed of posts: it says which posts exist, their titles, dates and authors (`threads.feed`).
struct PostsFeed {
    private let open: OpenSite
    private let log: Logger

    init(_ open: OpenSite, log: Logger) {
        self.open = open
        self.log = log
    }

    /// Reads the feed again where its bytes have changed. One that cannot be read leaves the posts as they are.
    func refresh() throws {
        guard let feed = open.settings.threads.feed else { return }
        let path = open.site.path(feed)
        guard let bytes = try FileBytes.read(path) else {
            log.error("threads.feed: there is no file \(path); posts stay as they are known")
            return
        }
        let digest = SHA256.digest(Array(open.settings.siteURL.utf8) + bytes).hex()
        guard try open.ledger.note(.postsFeedDigest) != digest else { return }
        do {
            let posts = try PostReader(site: open.siteAddress).read(bytes)
            for problem in posts.problems { log.warning("\(path): \(problem)") }
            _ = try open.list(posts.news, onlyThese: true, noting: digest)
        } catch let error where error is FeedError || error is XMLError {
            log.error("\(path): \(error); posts stay as they are known")
        }
    }
}
