import Testing

@testable import Outbox

@Suite("Contrast of the style sheets")
struct ContrastTests {
    struct Sheet: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let paper: String
        /// How many rules must have been found to give a colour to text, and to something else that must be seen.
        let colours: (texts: Int, others: Int)
    }

    static let sheets = [
        Sheet(
            testDescription: "comments.css",
            text: String(decoding: StyleSheet.comments, as: UTF8.self),
            paper: "var(--comment-paper)",
            colours: (texts: 9, others: 3)
        ),
        Sheet(
            testDescription: "feed.css",
            text: String(decoding: StyleSheet.feed, as: UTF8.self),
            paper: "var(--paper)",
            colours: (texts: 3, others: 0)
        ),
        Sheet(
            testDescription: "the status page",
            text: StatusReport.style,
            paper: "var(--paper)",
            colours: (texts: 5, others: 7)
        ),
    ]

    @Test("is computed as WCAG does")
    func formula() {
        #expect(abs(Colour("#ffffff").contrast(with: Colour("#000000")) - 21) < 0.001)
        #expect(abs(Colour("#777777").contrast(with: Colour("#ffffff")) - 4.48) < 0.005)
    }

    @Test("reaches 4.5 for text", arguments: sheets, Colours.Scheme.allCases)
    func texts(sheet: Sheet, scheme: Colours.Scheme) throws {
        let colours = Colours(sheet.text)
        let paper = try #require(colours.colour(sheet.paper, scheme))
        var count = 0
        for rule in colours.rules {
            guard let value = rule.declarations["color"] else { continue }
            let ink = try #require(colours.colour(value, scheme), "\(rule.selector): \(value)")
            let background = rule.declarations["background"].flatMap { colours.colour($0, scheme) } ?? paper
            #expect(ink.contrast(with: background) >= 4.5, "\(rule.selector): \(ink) on \(background)")
            count += 1
        }
        #expect(count >= sheet.colours.texts)
    }

    @Test("reaches 3 for frames of fields, marks of focus and charts", arguments: sheets, Colours.Scheme.allCases)
    func others(sheet: Sheet, scheme: Colours.Scheme) throws {
        let colours = Colours(sheet.text)
        let paper = try #require(colours.colour(sheet.paper, scheme))
        var count = 0
        for rule in colours.rules {
            for (property, value) in rule.declarations where ["border", "outline", "fill", "stroke"].contains(property)
            {
                // Lines that only part what is parted by space as well need none.
                guard !value.contains("line)"), let colour = colours.colour(value, scheme) else { continue }
                #expect(colour.contrast(with: paper) >= 3, "\(rule.selector): \(colour) on \(paper)")
                count += 1
            }
        }
        #expect(count >= sheet.colours.others)
    }

    @Test("dark differs from light", arguments: sheets)
    func dark(sheet: Sheet) throws {
        let colours = Colours(sheet.text)
        let papers = try Colours.Scheme.allCases.map { try #require(colours.colour(sheet.paper, $0)).description }
        #expect(Set(papers).count == 2)
    }
}
