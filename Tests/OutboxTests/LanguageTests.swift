import Comments
import Testing

@testable import Outbox

@Suite("Languages of pages")
struct LanguageTests {
    static let tags = [
        "en", "de", "fr", "es", "it", "nl", "pt", "pl", "cs", "sv", "da", "nb", "fi", "ru", "uk", "ja", "zh",
    ]

    @Test(
        "the heading has the right plural",
        arguments: [
            ("en-GB", 1, "One Comment"), ("en", 2, "2 Comments"), ("en", 0, "No Comments"),
            ("de-CH", 1, "Ein Kommentar"),
            ("de", 21, "21 Kommentare"), ("fr", 1, "Un commentaire"), ("fr", 2, "2 commentaires"),
            ("fr", 1_000_000, "1000000 de commentaires"), ("es", 1_000_000, "1000000 de comentarios"),
            ("pl", 1, "Jeden komentarz"), ("pl", 2, "2 komentarze"), ("pl", 5, "5 komentarzy"),
            ("pl", 12, "12 komentarzy"), ("pl", 22, "22 komentarze"), ("pl", 112, "112 komentarzy"),
            ("cs", 4, "4 komentáře"), ("cs", 5, "5 komentářů"), ("cs", 22, "22 komentářů"),
            ("ru", 1, "1 комментарий"), ("ru", 11, "11 комментариев"), ("ru", 21, "21 комментарий"),
            ("ru", 22, "22 комментария"), ("ru", 25, "25 комментариев"), ("uk", 101, "101 коментар"),
            ("uk", 3, "3 коментарі"), ("ja", 1, "1件のコメント"), ("zh-Hans", 7, "7 条评论"), ("no", 1, "Én kommentar"),
            ("xx", 2, "2 Comments"),
        ]
    )
    func heading(tag: String, count: Int, heading: String) {
        #expect(Phrases.of(tag).heading(count) == heading)
    }

    @Test("every language has its own words, twelve months and all places filled", arguments: tags)
    func complete(tag: String) throws {
        let phrases = Phrases.of(tag)
        #expect(phrases.language == tag)
        #expect(phrases.months.count == 12)
        for count in 0..<130 { #expect(phrases.heading(count).contains("{") == false) }
        let items = phrases.itemOfSite.filling(["title": "{name}", "name": "N"])
        #expect(items.contains("{name}") && items.contains("N"))
        let context = try Desk.context { $0.site.language = tag }
        let section = try Element.parse(
            Desk.page(Desk.entries([Desk.comment(0), Desk.comment(1)]), pages: 2, context: context).html()
        )
        #expect(section.attributes["lang"] == tag)
        let texts = section.all.flatMap { [$0.text] + $0.attributes.values }
        #expect(texts.allSatisfy { !$0.contains("{") })
    }

    @Test(
        "a page says which language it speaks",
        arguments: [("en-GB", "en-GB"), ("de-CH", "de-CH"), ("he", "en"), ("", "en")]
    )
    func tag(setting: String, expected: String) throws {
        let context = try Desk.context { $0.site.language = setting }
        #expect(try Element.parse(Desk.page([], context: context).html()).attributes["lang"] == expected)
    }

    @Test("dates are shown in the site's zone and language")
    func dates() {
        let winter = Timestamp(seconds: 1_772_357_400)
        let summer = Timestamp(seconds: 1_783_000_000)
        func text(_ tag: String, _ zone: String, _ time: Timestamp) -> String {
            DateStyle(phrases: .of(tag), timeZone: zone).text(time)
        }
        #expect(text("de", "Europe/Berlin", winter) == "1. März 2026, 10:30")
        #expect(text("ja", "Asia/Tokyo", winter) == "2026年3月1日 18:30")
        #expect(text("fr", "Europe/Paris", summer) == "2 juillet 2026 à 15:46")
        #expect(text("es", "America/New_York", summer) == "2 de julio de 2026, 09:46")
        #expect(text("en", "No/Where", winter) == "1 March 2026, 09:30")
    }
}
