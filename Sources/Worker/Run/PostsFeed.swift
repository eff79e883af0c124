import Comments
import Digests
import Glibc
import Ledger
import Logging

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
        guard access(path, F_OK) == 0 else {
            log.error("threads.feed: there is no file \(path); posts stay as they are known")
            return
        }
        let digest = try FilePieces.digest(path, label: open.settings.siteURL).hex()
        guard try open.ledger.note(.postsFeedDigest) != digest else { return }
        do {
            let report = try open.list(try FilePieces(path), onlyThese: true, noting: digest)
            for problem in report.problems { log.warning("\(path): \(problem)") }
        } catch let error where CommentImport.isUnreadable(error) {
            log.error("\(path): \(error); posts stay as they are known")
        }
    }
}
