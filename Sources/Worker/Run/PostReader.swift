import Comments
import Feeds
import Ledger
import Text

/// Reads posts out of the site's own feed or an export, one after the other.
struct PostReader: Sendable {
    let site: SiteAddress?

    /// - Returns: what could not be read, in sentences, and whether the document itself is in order, so that nothing of it can be
    ///   missing.
    /// - Throws: `XMLError`, `FeedError`, or what `body` threw.
    func forEach(in file: FilePieces, _ body: (PostNews) throws -> Void) throws -> (problems: [String], isWhole: Bool) {
        let head = try FilePieces(file.path).next(8192)
        let source = StreamedRecords(ImportFormat.detect(head) ?? .feed, .posts, base: site?.base) { _ in
            try file.next()
        }
        var problems: [String] = []
        while true {
            let records = try source.next(limit: 512)
            guard !records.isEmpty else { return (problems + source.problems, source.problems.isEmpty) }
            for record in records {
                switch record {
                case .post(let post):
                    if let news = news(of: post) {
                        try body(news)
                    } else {
                        problems.append("\(post.url.shortened()) is no address that names a post")
                    }
                case .skipped(let id, let reason): problems.append("\(id ?? "an entry"): \(reason)")
                case .comment: continue
                }
            }
        }
    }

    /// nil where its address names no post.
    func news(of post: FeedPost) -> PostNews? {
        guard let address = try? ThreadAddress(post.url.nfc.trimmed, on: site) else { return nil }
        return PostNews(
            address: address,
            slug: ThreadSlug.slug(of: address, on: site),
            title: post.title.map { $0.cleaned.joinedSpaces }.flatMap { $0.isBlank ? nil : $0 },
            publishedAt: post.published,
            authorName: post.author?.name.map { $0.cleaned.joinedSpaces }.flatMap { $0.isBlank ? nil : $0 },
            authorEmail: post.author?.email.flatMap { EmailAddress.isValid($0) ? $0 : nil },
            isClosed: post.isClosed
        )
    }
}
