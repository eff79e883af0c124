import Comments
import Feeds
import Ledger
import XML

/// What came of reading posts.
public struct ThreadsReport: Sendable {
    public let posts: Int
    public let changed: Int
    public let problems: [String]
}

extension OpenSite {
    /// Opens or closes posts for comments; a post not known yet is listed.
    public func setClosed(_ isClosed: Bool, threads: [String]) async throws {
        let addresses = try threads.map(address(ofThread:))
        try ledger.transaction { transaction in
            for address in addresses {
                try transaction.list(PostNews(address: address, slug: slug(of: address), isClosed: isClosed))
            }
        }
        try await flushOutbox()
    }

    /// Lists the posts of a feed and takes over their titles, dates and authors.
    /// - Throws: `LedgerError.notApplicable` where the file is missing or no feed.
    public func importThreads(_ file: String) async throws -> ThreadsReport {
        guard let bytes = try FileBytes.read(file) else { throw LedgerError.notApplicable("there is no file \(file)") }
        do {
            let posts = try PostReader(site: siteAddress).read(bytes)
            let changed = try list(posts.news, onlyThese: false)
            try await flushOutbox()
            return ThreadsReport(posts: posts.news.count, changed: changed, problems: posts.problems)
        } catch let error where error is FeedError || error is XMLError {
            throw LedgerError.notApplicable("\(file): \(error)")
        }
    }

    /// Lists posts in one transaction.
    /// - Parameters:
    ///   - onlyThese: whether posts that are not named are taken off the list, unless a moderator closed or opened them.
    ///   - digest: of the feed that named them, so that it is not read again.
    /// - Returns: how many were new or changed.
    func list(_ posts: [PostNews], onlyThese: Bool, noting digest: String? = nil) throws -> Int {
        try ledger.transaction { transaction in
            var changed = 0
            for post in posts where try transaction.list(post) { changed += 1 }
            if onlyThese { try transaction.unlist(allBut: Set(posts.map(\.address.canonical))) }
            if let digest { try transaction.set(.postsFeedDigest, to: digest) }
            return changed
        }
    }
}
