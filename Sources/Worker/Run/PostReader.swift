import Comments
import Feeds
import Ledger
import Text

/// Reads posts out of a feed.
struct PostReader {
    let site: SiteAddress?

    struct Posts {
        var news: [PostNews] = []
        var problems: [String] = []
    }

    func read(_ bytes: [UInt8]) throws -> Posts {
        let (info, entries) = try FeedReader.read(bytes, base: site?.base)
        var posts = Posts(problems: info.problems.map { "line \($0.line): \($0.message)" })
        for entry in entries {
            guard let link = entry.link ?? entry.id, let address = try? ThreadAddress(link.nfc.trimmed, on: site) else {
                posts.problems.append(
                    "an entry has no address that names a post: \((entry.title ?? "no title").shortened())"
                )
                continue
            }
            posts.news.append(
                PostNews(
                    address: address,
                    slug: ThreadSlug.slug(of: address, on: site),
                    title: entry.title.map { $0.cleaned.joinedSpaces },
                    publishedAt: entry.published ?? entry.updated,
                    authorName: entry.author?.name?.cleaned.joinedSpaces,
                    authorEmail: entry.author?.email.flatMap { EmailAddress.isValid($0) ? $0 : nil }
                )
            )
        }
        return posts
    }
}
