import Comments
import JSON
import Testing

@testable import Outbox

@Suite("Items and documents of threads")
struct ThreadDocumentTests {
    @Test("an item holds exactly what is public")
    func item() throws {
        let context = try Desk.context()
        let stored = Desk.comment(1, answers: 0, name: "Zoë \"Z\"", website: "https://zoe.example/", body: "One\n\ntwo")
        let item = Desk.item(stored, parent: Desk.id(0), ancestors: 1, context)
        let json = String(decoding: item.json(), as: UTF8.self)
        let id = "\(Desk.id(1))"
        #expect(
            json == """
                {"id":"\(id)","thread":"https://blog.example/2026/harbour","parent":"\(Desk.id(0))",\
                "author":{"name":"Zoë \\"Z\\"","website":"https://zoe.example/","key":"\(item.author.key)"},\
                "html":"<p>One</p><p>two</p>","text":"One\\n\\ntwo","postedAt":"2026-03-01T09:31:00Z",\
                "permalink":"https://blog.example/2026/harbour/#comment-\(id)","depth":1,"edited":false}

                """
        )
    }

    @Test("the first page tells of the thread, the others of themselves")
    func pages() throws {
        let context = try Desk.context()
        let first = Desk.page(Desk.entries([Desk.comment(0)]), pages: 2, isClosed: true, context: context)
        let document = try JSONValue(parsing: first.json())
        #expect(
            document.members?.map(\.key)
                == ["thread", "title", "url", "count", "topLevel", "closed", "pages", "comments"]
        )
        #expect(document["closed"]?.bool == true)
        #expect(document["pages"]?.int == 2)
        let second = Desk.page(Desk.entries([Desk.comment(1)]), number: 2, pages: 2, context: context)
        #expect(try JSONValue(parsing: second.json()).members?.map(\.key) == ["thread", "page", "comments"])
    }

    @Test("comments hold their replies, and say whom they answer also where they hang higher")
    func nesting() throws {
        let context = try Desk.context { $0.moderation.maxDepth = 2 }
        let chain = (0..<4).map { Desk.comment($0, answers: $0 > 0 ? $0 - 1 : nil) }
        let document = try JSONValue(parsing: Desk.page(Desk.entries(chain), context: context).json())
        let replies = try #require(document["comments"]?[0]?["replies"]?.array)
        #expect(replies.map { $0["id"]?.string } == [1, 2, 3].map { "\(Desk.id($0))" })
        #expect(replies.map { $0["parent"]?.string } == [0, 1, 2].map { "\(Desk.id($0))" })
        #expect(replies.allSatisfy { $0["depth"]?.int == 1 && $0["replies"]?.array == [] })
    }

    @Test("a withdrawn comment with replies leaves a nameless place, and no reply names it")
    func tombstone() throws {
        let context = try Desk.context()
        let comments = [Desk.comment(0, name: "Mallory", body: "withdrawn words"), Desk.comment(1, answers: 0)]
        let page = Desk.page(Desk.entries(comments, tombstones: [0]), context: context)
        let json = String(decoding: page.json(), as: UTF8.self)
        let place = try #require(try JSONValue(parsing: page.json())["comments"]?[0])
        #expect(place["deleted"]?.bool == true)
        #expect(place["replies"]?[0]?["parent"] == .null)
        #expect(place["replies"]?[0]?["depth"]?.int == 1)
        #expect(!json.contains("Mallory") && !json.contains("withdrawn") && !json.contains("\(Desk.id(0))"))
        #expect(page.comments.map(\.id) == [Desk.id(1)])
    }

    @Test("no address, IP or user agent is in any public output")
    func privacy() throws {
        let context = try Desk.context { $0.privacy.authorKeys = .all }
        let page = Desk.page(
            Desk.entries([Desk.comment(0), Desk.comment(1, answers: 0, isVerified: true)]),
            context: context
        )
        let entries = (0..<2).map { Desk.entry(Desk.comment($0), context) }
        let feed = CommentFeed(entries: entries, context: context)
        let outputs =
            [page.json(), page.html(), page.comments[0].json()] + [.rss, .atom, .json].map { feed.write(as: $0) }
        for output in outputs {
            let text = String(decoding: output, as: UTF8.self)
            #expect(!text.contains("private.example") && !text.contains("203.0.113") && !text.contains("Browser/1"))
        }
    }

    @Test("10,000 replies in a chain make one document", arguments: [5, 10000])
    func longChain(maxDepth: Int) throws {
        let context = try Desk.context { $0.moderation.maxDepth = maxDepth }
        let chain = (0..<10000).map { Desk.comment($0, answers: $0 > 0 ? $0 - 1 : nil) }
        let page = Desk.page(Desk.entries(chain), context: context)
        #expect(page.json().count > 10000 * 200)
        #expect(page.html().count > 10000 * 200)
    }

    @Test("the list of threads is ordered by thread")
    func list() throws {
        var other = Desk.thread
        other.address = ThreadAddress(canonical: "https://blog.example/1999/z", url: "https://blog.example/1999/z")
        other.title = nil
        let list = try JSONValue(
            parsing: ThreadList.json([(record: Desk.thread, count: 3), (record: other, count: 1)])
        )
        #expect(list[0]?["thread"]?.string == "https://blog.example/1999/z")
        #expect(list[0]?["title"] == .null)
        #expect(list[1]?.members?.map(\.key) == ["thread", "slug", "title", "count", "closed"])
        #expect(list[1]?["count"]?.int == 3)
    }
}
