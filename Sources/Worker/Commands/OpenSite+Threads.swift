import Comments
import Ledger

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
}
