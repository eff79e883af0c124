import Comments
import Ledger

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

    /// Lists the posts of a feed or export and takes over their titles, dates, authors and whether they are closed.
    /// - Throws: `LedgerError.notApplicable` where the file is missing or no feed.
    public func importThreads(_ file: String) async throws -> ThreadsReport {
        do {
            let report = try list(try FilePieces(file), onlyThese: false)
            try await flushOutbox()
            return report
        } catch let error where CommentImport.isUnreadable(error) {
            throw LedgerError.notApplicable("\(file): \(error)")
        }
    }

    /// Lists the posts that a file names, in one transaction.
    /// - Parameters:
    ///   - onlyThese: whether posts that are not named are taken off the list, unless a moderator closed or opened them. A damaged
    ///     file takes none off: what it lacks may only be cut off.
    ///   - digest: of the feed that named them, so that it is not read again.
    func list(_ file: FilePieces, onlyThese: Bool, noting digest: String? = nil) throws -> ThreadsReport {
        try ledger.transaction { transaction in
            var (posts, changed) = (0, 0)
            var named: Set<String> = []
            let (problems, isWhole) = try PostReader(site: siteAddress).forEach(in: file) { post in
                posts += 1
                if try transaction.list(post) { changed += 1 }
                if onlyThese { named.insert(post.address.canonical) }
            }
            if onlyThese, isWhole { try transaction.unlist(allBut: named) }
            if let digest { try transaction.set(.postsFeedDigest, to: digest) }
            return ThreadsReport(posts: posts, changed: changed, problems: problems)
        }
    }
}
