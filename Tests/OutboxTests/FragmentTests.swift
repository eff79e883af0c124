import Comments
import Testing

@testable import Outbox

@Suite("The fragment of a thread")
struct FragmentTests {
    private func fragment(
        _ entries: [PlacedComment],
        number: Int = 1,
        pages: Int = 1,
        isClosed: Bool = false,
        context: OutboxContext
    ) throws -> Element {
        let page = Desk.page(entries, number: number, pages: pages, isClosed: isClosed, context: context)
        return try Element.parse(page.html())
    }

    @Test("every comment is an h-entry with author, date, text and permalink")
    func microformats() throws {
        let comments = [
            Desk.comment(0, name: "<b>Ada</b> & \"Co\"", website: "https://ada.example/?a=1&b='2'"),
            Desk.comment(1, answers: 0, name: ""),
        ]
        let section = try fragment(Desk.entries(comments), context: try Desk.context())
        let entries = section.withClass("h-entry")
        try #require(entries.count == 2)
        let author = try #require(entries[0].withClass("p-author").first)
        #expect(author.attributes["class"] == "p-author h-card")
        #expect(author.first("bdi")?.text == "<b>Ada</b> & \"Co\"")
        let link = try #require(author.first("a"))
        #expect(link.attributes["href"] == "https://ada.example/?a=1&b='2'")
        #expect(link.attributes["rel"] == "nofollow ugc")
        #expect(entries[0].withClass("dt-published").first?.attributes["datetime"] == "2026-03-01T09:30:00Z")
        #expect(entries[0].withClass("dt-published").first?.text == "1 March 2026, 09:30")
        #expect(entries[0].withClass("e-content").first?.first("p")?.text == "Words of 0")
        #expect(entries[1].first("bdi")?.text == "Anonymous")
        #expect(
            entries[1].withClass("u-in-reply-to").first?.attributes["value"]
                == "https://blog.example/2026/harbour/#comment-\(Desk.id(0))"
        )
    }

    @Test("replies are lists in lists, and every permalink has its place")
    func nesting() throws {
        let comments = [Desk.comment(0), Desk.comment(1, answers: 0), Desk.comment(2)]
        let section = try fragment(Desk.entries(comments), context: try Desk.context())
        let list = try #require(section.withClass("comment-list").first)
        #expect(list.name == "ol")
        #expect(list.children.map { $0.attributes["id"] } == ["comment-\(Desk.id(0))", "comment-\(Desk.id(2))"])
        #expect(list.children[0].children.map(\.name) == ["article", "ol"])
        #expect(list.children[0].withClass("comment-replies").first?.children.count == 1)
    }

    @Test("a withdrawn comment's place shows nothing of it")
    func tombstone() throws {
        let comments = [Desk.comment(0, name: "Mallory"), Desk.comment(1, answers: 0)]
        let page = Desk.page(Desk.entries(comments, tombstones: [0]), context: try Desk.context())
        let text = String(decoding: page.html(), as: UTF8.self)
        #expect(!text.contains("Mallory") && !text.contains("\(Desk.id(0))"))
        let place = try #require(try Element.parse(page.html()).withClass("comment-deleted").first)
        #expect(place.first("p")?.text == "This comment was removed.")
        #expect(place.withClass("h-entry").count == 1)
    }

    @Test("every field of the form has a label, and what is required is marked")
    func form() throws {
        let context = try Desk.context { $0.honeypot = "nickname" }
        let section = try fragment(Desk.entries([Desk.comment(0)]), context: context)
        let form = try #require(section.first("form"))
        #expect(form.attributes["method"] == "post")
        #expect(form.attributes["action"] == "https://blog.example/comments/submit")
        let labels = Set(section.all("label").compactMap { $0.attributes["for"] })
        let fields = section.all.filter {
            ["input", "textarea"].contains($0.name) && $0.attributes["type"] != "hidden"
        }
        #expect(fields.allSatisfy { labels.contains($0.attributes["id"] ?? "") })
        #expect(
            Set(fields.compactMap { $0.attributes["name"] }) == [
                "parent", "body", "name", "email", "website", "nickname",
            ]
        )
        #expect(
            form.all("input").first { $0.attributes["name"] == "thread" }?.attributes["value"] == Desk.address.canonical
        )
        #expect(
            fields.filter { $0.attributes["required"] != nil }.map { $0.attributes["name"] } == [
                "body", "name", "email",
            ]
        )
        #expect(
            form.withClass("comment-notes").first?.all("span").first?.text
                == "Your email address will not be published."
        )
        #expect(fields.first { $0.attributes["name"] == "nickname" }?.attributes["tabindex"] == "-1")
    }

    @Test("ids are unique and references between elements hold")
    func references() throws {
        let comments = (0..<6).map { Desk.comment($0, answers: $0 > 1 ? $0 - 2 : nil) }
        let section = try fragment(Desk.entries(comments), pages: 3, context: try Desk.context())
        let ids = ([section] + section.all).compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for element in [section] + section.all {
            for key in ["aria-labelledby", "aria-describedby", "for", "form"] {
                if let target = element.attributes[key] { #expect(ids.contains(target)) }
            }
        }
    }

    @Test("choosing whom to answer needs no script")
    func reply() throws {
        let section = try fragment(Desk.entries([Desk.comment(0)]), context: try Desk.context())
        let radios = section.all("input").filter { $0.attributes["type"] == "radio" }
        #expect(radios.map { $0.attributes["value"] } == ["\(Desk.id(0))", ""])
        #expect(radios[0].attributes["form"] == section.first("form")?.attributes["id"])
        #expect(radios[1].attributes["checked"] != nil)
        #expect(section.withClass("comment-reply").first?.first("a")?.attributes["href"] == "#respond")
        #expect(section.all("script").isEmpty)
    }

    @Test("a closed thread has no form and no reply links")
    func closed() throws {
        let section = try fragment(Desk.entries([Desk.comment(0)]), isClosed: true, context: try Desk.context())
        #expect(section.first("form") == nil && section.withClass("comment-reply").isEmpty)
        #expect(section.withClass("comments-closed").first?.text == "Comments are closed.")
    }

    @Test("the first page leads to the next ones and the last")
    func pagerOfFirst() throws {
        let section = try fragment(Desk.entries([Desk.comment(0)]), pages: 12, context: try Desk.context())
        let pager = try #require(section.first("nav"))
        #expect(pager.all("li").flatMap { $0.all.map(\.text) } == ["1", "2", "3", "…", "12"])
    }

    @Test("a later page leads to its neighbours and the first, and tells nothing that a comment elsewhere changes")
    func pager() throws {
        let entries = Desk.entries([Desk.comment(0)])
        let section = try fragment(entries, number: 5, pages: 12, context: try Desk.context())
        #expect(section.first("h2")?.text == "Comments on: The harbour & its <cats> – Page 5")
        let pages = try [6, 12].map {
            Desk.page(entries, number: 5, pages: $0, context: try Desk.context()).html()
        }
        #expect(pages[0] == pages[1])
        let pager = try #require(section.first("nav"))
        #expect(
            pager.withClass("comment-pager-older").first?.attributes["href"]?.hasSuffix("pages/2026/harbour.4.html")
                == true
        )
        #expect(
            pager.withClass("comment-pager-newer").first?.attributes["href"]?.hasSuffix("pages/2026/harbour.6.html")
                == true
        )
        #expect(pager.all("li").flatMap { $0.all.map(\.text) } == ["1", "…", "3", "4", "5", "6"])
        #expect(pager.all("span").first { $0.attributes["aria-current"] == "page" }?.text == "5")
        #expect(Pager(current: 1, pages: 3).steps == [.page(1), .page(2), .page(3)])
    }

    @Test("the same author's picture is the same everywhere, another's is another")
    func avatars() {
        func avatar(_ key: String) -> [UInt8] {
            var bytes: [UInt8] = []
            Avatar.append(key, to: &bytes)
            return bytes
        }
        #expect(avatar("0123456789abcdef") == avatar("0123456789abcdef"))
        let keys = (0..<200).map { Desk.comment($0) }.map { stored in stored.id.description.lowercased() }
        #expect(Set(keys.map(avatar)).count > 1)
        #expect(throws: Never.self) { try Element.parse(avatar("ffffffffffffffff")) }
    }
}
