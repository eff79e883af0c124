import Comments
import Foundation
import JSON
import Settings
import Testing

@testable import Moderation

@Suite struct ExplanationTests {
    private func explain(_ desk: Desk, _ body: String) throws -> Explanation {
        Explanation(try desk.judge(try desk.comment(body)), settings: desk.settings)
    }

    @Test("all phases are named in order, those that decide are marked")
    func phases() throws {
        let desk = Desk()
        let explanation = try explain(desk, "https://a.example https://b.example")
        #expect(explanation.verdict == .held)
        #expect(explanation.parts.map(\.phase) == Phase.Name.allCases)
        #expect(explanation.parts.filter(\.decides).map(\.phase) == [.links])
    }

    @Test("a finding on which the verdict hangs is named with the verdict without it")
    func pivot() throws {
        let desk = Desk()
        desk.blocked = "casino"
        let explanation = try explain(desk, "casino https://a.example https://b.example")
        #expect(explanation.verdict == .trashed)
        #expect(explanation.pivots.map(\.signal.finding.symbol) == ["blocked_word"])
        #expect(explanation.pivots.map(\.verdictWithout) == [.held])
    }

    @Test("no single finding is named where two would have to go")
    func noPivot() throws {
        let desk = Desk { $0.moderation.holdAll = true }
        let explanation = try explain(desk, "https://a.example https://b.example")
        #expect(explanation.pivots.isEmpty)
        #expect(explanation.parts.filter(\.decides).map(\.phase) == [.holdAll, .links])
    }

    @Test("as text for people")
    func text() throws {
        let desk = Desk { $0.moderation.holdAll = true }
        let text = try explain(desk, "Hello.").text
        #expect(text.hasPrefix("held: by hold all\n"))
        #expect(text.contains("* hold all             raises held: This site holds every comment. [hold_all]\n"))
        #expect(text.contains("hold_all -> approved: This site holds every comment."))
        #expect(try explain(Desk(), "Hello.").text.hasPrefix("approved: nothing speaks against it\n"))
    }

    @Test("a stored decision is explained as it was when it was made")
    func stored() throws {
        let desks = [
            Desk { $0.moderation.holdAll = true }, Desk { $0.threads.unknown = .reject },
            Desk { $0.threads.unknown = .hold },
            Desk { $0.moderation.maxLinks = 1 }, Desk { $0.moderation.trusted = ["ada@letters.example"] },
            Desk { $0.retention.trash = .zero },
        ]
        for desk in desks {
            desk.blocked = "casino"
            desk.held = "poker"
            for body in ["Plain.", "Plain.", "https://a.example poker", "casino"] {
                let judgement = try desk.judge(
                    try desk.comment(body, after: 0) { $0.filledHoneypot = body == "Honey." }
                )
                let fresh = Explanation(judgement, settings: desk.settings)
                let stored = Explanation(judgement.decision, settings: desk.settings)
                #expect(stored.text == fresh.text)
            }
        }
    }

    @Test("the documentation's example is true")
    func documentation() throws {
        let desk = Desk()
        let comment = try desk.comment("https://a.example and https://b.example") {
            $0.author.userAgent = "Mozilla/5.0"
        }
        let text = Explanation(try desk.judge(comment), settings: desk.settings).text
        let page = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../Documentation/Moderation.md").standardized
        #expect(try String(contentsOf: page, encoding: .utf8).contains("```\n\(text)```"))
    }

    @Test("as JSON")
    func json() throws {
        let desk = Desk { $0.moderation.holdAll = true }
        var writer = JSONWriter()
        try explain(desk, "Hello.").write(to: &writer)
        let json = try JSONValue(parsing: writer.bytes)
        #expect(json["verdict"]?.string == "held")
        #expect(json["phases"]?.array?.count == Phase.Name.allCases.count)
        let part = json["phases"]?.array?.first { $0["phase"]?.string == "hold_all" }
        #expect(part?["decides"]?.bool == true)
        #expect(part?["findings"]?[0]?["effect"]?.string == "raises held")
        #expect(json["pivots"]?[0]?["without"]?.string == "approved")
    }
}
