import Comments
import Feeds
import JSON
import Testing

@testable import Outbox

@Suite("Feeds of comments")
struct FeedTests {
    private func entries(_ context: OutboxContext) -> [CommentFeedEntry] {
        [
            Desk.entry(
                Desk.comment(1, answers: 0, name: "Zoë", body: "An <em>answer</em>"),
                answered: CommentFeedEntry.Answered(Desk.id(0), publishedAt: Desk.start),
                replies: 0,
                context
            ),
            Desk.entry(Desk.comment(0), replies: 1, context),
        ]
    }

    @Test("RSS holds what readers of WordPress's comment feeds look for")
    func rss() throws {
        let context = try Desk.context()
        let rss = try Element.parse(CommentFeed(entries: entries(context), context: context).write(as: .rss))
        #expect(rss.first("title")?.text == "Comments for Harbour Libraries")
        let item = try #require(rss.first("item"))
        #expect(item.first("title")?.text == "Comment on The harbour & its <cats> by Zoë")
        #expect(item.first("link")?.text == "https://blog.example/2026/harbour/#comment-\(Desk.id(1))")
        #expect(item.first("guid")?.text == "tag:blog.example,2026-03-01:\(Desk.id(1))")
        #expect(item.first("pubDate")?.text == "Sun, 01 Mar 2026 09:31:00 +0000")
        #expect(item.first("dc:creator")?.text == "Zoë")
        #expect(item.first("description")?.text == "An answer")
        #expect(item.first("content:encoded")?.text == "<p>An <em>answer</em></p>")
        #expect(item.first("thr:in-reply-to")?.attributes["ref"] == "tag:blog.example,2026-03-01:\(Desk.id(0))")
        #expect(item.first("wfw:commentRss")?.text == "https://blog.example/comments/feeds/threads/2026/harbour.rss")
        #expect(item.first("slash:comments")?.text == "0")
    }

    @Test("a thread's feed names its thread, and what answers the post names the post")
    func thread() throws {
        let context = try Desk.context { $0.site.language = "de" }
        let feed = CommentFeed(of: Desk.thread, entries: entries(context), context: context)
        let atom = try Element.parse(feed.write(as: .atom))
        #expect(atom.first("title")?.text == "Kommentare zu: The harbour & its <cats>")
        let items = atom.all("entry")
        #expect(items[0].first("title")?.text == "Von: Zoë")
        #expect(items[1].first("thr:in-reply-to")?.attributes["ref"] == Desk.address.url)
        let links = atom.children.filter { $0.name == "link" }
        #expect(
            links.first { $0.attributes["rel"] == "self" }?.attributes["href"]
                == "https://blog.example/comments/feeds/threads/2026/harbour.atom"
        )
    }

    @Test("the three formats tell of the same comments in the same order")
    func formats() throws {
        let context = try Desk.context()
        let feed = CommentFeed(entries: entries(context), context: context)
        let rss = try Element.parse(feed.write(as: .rss)).all("guid").map(\.text)
        let atom = try Element.parse(feed.write(as: .atom)).all("entry").compactMap { $0.first("id")?.text }
        let json = try JSONValue(parsing: feed.write(as: .json))["items"]?.array?.compactMap { $0["id"]?.string }
        #expect(rss.count == 2 && rss == atom && rss == json)
    }

    @Test("a permanent id keeps the day of the first approval when the comment is edited")
    func permanent() throws {
        let context = try Desk.context()
        var comment = Desk.comment(0)
        let first = Desk.entry(comment, context)
        let before = CommentFeed(entries: [first], context: context)
        comment.editedAt = Desk.start.adding(seconds: 86400 * 40)
        comment.body = "Other words"
        let second = Desk.entry(comment, context)
        let after = CommentFeed(entries: [second], context: context)
        let items = [before, after].map { $0.document(as: .atom).items[0] }
        #expect(items[0].id == items[1].id)
        #expect(items[1].updated == comment.editedAt)
    }

    @Test("an excerpt is one line, cut between words and never inside a character")
    func excerpt() {
        #expect(Excerpt.of("  a\n\n b\tc ") == "a b c")
        #expect(Excerpt.of("one two three", limit: 9) == "one two…")
        #expect(Excerpt.of(String(repeating: "ü", count: 9), limit: 9) == "üüüü…")
        #expect(Excerpt.of("exact", limit: 5) == "exact")
        #expect(Excerpt.of("exact \n", limit: 5) == "exact")
        #expect(Excerpt.of("exact word", limit: 6) == "exact…")
        #expect(Excerpt.of("a longer-word", limit: 9) == "a longer-…")
        #expect(Excerpt.of("") == "")
    }
}

@Suite("Archives of feeds")
struct FeedArchiveTests {
    @Test("every publication is in the current document or in an archive", arguments: [1, 3, 50])
    func complete(window: Int) {
        for published in 0...Int64(window * 4 + 2) {
            let archives = FeedArchives(window: window, published: published)
            let current = Set(stride(from: published, to: max(0, published - Int64(window)), by: -1))
            let archived = Set((0..<archives.count).flatMap { archives.publications(of: $0 + 1) })
            #expect(current.union(archived) == Set(stride(from: 1, through: published, by: 1)))
            for publication in archived { #expect(archives.archive(holding: publication) != nil) }
            for publication in current.subtracting(archived) { #expect(archives.archive(holding: publication) == nil) }
        }
    }

    @Test("an archive is finished: more publications don't change it")
    func stable() throws {
        let context = try Desk.context { $0.feeds.items = 2 }
        let entries = [1, 0].map { Desk.entry(Desk.comment($0), context) }
        let versions = [Int64(3), 9].map { published in
            CommentFeed(
                entries: entries,
                archive: 1,
                archives: FeedArchives(window: 2, published: published).count,
                context: context
            ).write(as: .atom)
        }
        #expect(versions[0] == versions[1])
    }

    @Test("the current document leads to the newest archive, each archive to the one before and back")
    func links() throws {
        let context = try Desk.context { $0.feeds.items = 2 }
        let archives = FeedArchives(window: 2, published: 5)
        let current = CommentFeed(entries: [], archives: archives.count, context: context).document(as: .rss).paging
        #expect(current.previousArchive == "https://blog.example/comments/feeds/archive/comments.2.rss")
        #expect(!current.isArchive && current.current == nil)
        let second = CommentFeed(entries: [], archive: 2, archives: archives.count, context: context).document(as: .rss)
        #expect(second.paging.previousArchive == "https://blog.example/comments/feeds/archive/comments.1.rss")
        #expect(second.paging.current == "https://blog.example/comments/feeds/comments.rss")
        #expect(second.selfLink == current.previousArchive)
        let first = CommentFeed(entries: [], archive: 1, archives: archives.count, context: context).document(as: .rss)
        #expect(first.paging.previousArchive == nil && first.paging.isArchive)
    }
}
