import Comments
import Foundation
import Testing

@testable import Spam

@Suite("Heuristics")
struct HeuristicTests {
    private func symbols(_ sample: SpamSample, _ filter: SpamFilter = SpamFilter(model: Model())) -> [String] {
        Fixtures.analysis(sample, filter).findings.map(\.symbol).filter { $0 != "prior" }
    }

    @Test(
        "see what they are made for",
        arguments: [
            ("http://a.example/xxxxxxxxxxxxxxxxxx look", ["link_density"]),
            (
                "We have shops at a.example.com, b.example.net and c.example.org for all that you may need",
                ["many_hosts"]
            ),
            ("You should really see what I found here yesterday: bit.ly/x", ["link_shortener"]),
            ("You should really see what I found here yesterday: http://www.bit.ly/x", ["link_shortener"]),
            ("You should really see what I found here yesterday: http://rabbit.ly/x", []),
            ("The best of all the pages about this is [url=http://a.example]here[/url]", ["foreign_markup"]),
            ("Buy v\u{0456}agra today", ["disguised_letters"]),
            ("Buy vi\u{200B}agra today", ["disguised_letters"]),
            ("Спасибо за статью", ["other_script"]),
            ("A word on \u{0414}\u{0416}, and a fam\u{200D}ily \u{1F468}\u{200D}\u{1F469}", ["disguised_letters"]),
            ("A plain comment with a link http://blog.example/post and nothing else to it", []),
            ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} all fine \u{2764}\u{FE0F}", []),
            ("Ωmega and Спасибо in one text of English words", []),
            ("", []),
        ]
    )
    func texts(text: String, expected: [String]) {
        #expect(symbols(SpamSample(text: text)) == expected)
    }

    @Test("look at name, e-mail, user agent, time and honeypot")
    func senders() {
        var sample = SpamSample(text: "An honest comment on the matter, of some length", name: "Cheap Pills")
        #expect(symbols(sample).isEmpty)
        sample.ip = "192.0.2.1"
        #expect(symbols(sample) == ["missing_agent"])
        sample.userAgent = "python-requests/2.31"
        #expect(symbols(sample) == ["scripted_agent"])
        sample.userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0"
        sample.email = "someone@Mailinator.com"
        #expect(symbols(sample) == ["disposable_email"])
        sample.email = "someone@eu.mailinator.com"
        #expect(symbols(sample) == ["disposable_email"])
        sample.email = "someone@example.com"
        sample.name = "www.pills.example"
        #expect(symbols(sample) == ["link_in_name"])
        sample.name = "Cheap Pills"
        sample.text += " <a href=\"/x\">cheap pills</a>"
        #expect(symbols(sample) == ["name_is_link_text"])
        sample.name = "Ann"
        sample.typingSeconds = 1
        #expect(symbols(sample) == ["faster_than_typing"])
        sample.typingSeconds = 30
        #expect(symbols(sample).isEmpty)
        sample.filledHoneypot = true
        #expect(symbols(sample) == ["filled_honeypot"])
    }

    @Test(
        "the script of the site's language is never another",
        arguments: [("ru", "Спасибо за статью"), ("ja", "参考になりました、ありがとう"), ("el-GR", "Ευχαριστώ πολύ")]
    )
    func scripts(language: String, text: String) {
        let filter = SpamFilter(model: Model(), siteScript: Script(language: language))
        #expect(symbols(SpamSample(text: text), filter).isEmpty)
        #expect(symbols(SpamSample(text: "Thanks for this article"), filter) == ["other_script"])
    }

    @Test("hear what the ledger knows")
    func history() {
        let filter = SpamFilter(model: Model())
        #expect(filter.findings(SpamHistory()).isEmpty)
        #expect(filter.findings(SpamHistory(copies: 1)).map(\.symbol) == ["copy_of_recent"])
        #expect(filter.findings(SpamHistory(threadsOfHost: 2, threadsOfAuthor: 4)).isEmpty)
        #expect(
            filter.findings(SpamHistory(threadsOfHost: 3, threadsOfAuthor: 5)).map(\.symbol)
                == ["host_everywhere", "author_everywhere"]
        )
    }

    @Test("the time of the page comes from the form's field")
    func pageTime() {
        let sent = Timestamp(seconds: 1_700_000_010)
        #expect(PageTime.seconds(in: "{\"x\":1,\"pageShownAt\":\"2023-11-14T22:13:20Z\"}", until: sent) == 10)
        #expect(PageTime.seconds(in: "{\"pageShownAt\":\"2033-11-14T22:13:20Z\"}", until: sent) == nil)
        #expect(PageTime.seconds(in: "{\"pageShownAt\":5}", until: sent) == nil)
        #expect(PageTime.seconds(in: "{}", until: sent) == nil)
    }

    @Test("have distinct symbols and a sentence each")
    func distinct() {
        #expect(Set(Heuristic.all.map(\.symbol)).count == Heuristic.all.count)
        #expect(Heuristic.all.allSatisfy { $0.sentence.hasSuffix(".") && $0.defaultWeight > 0 })
    }

    @Test("weigh what the site says")
    func weights() throws {
        let weights = try HeuristicWeights(
            yaml: "# ours\nlink_density: 0 # off\n\nmany_hosts: 2.25\nprior: -0.5\nmissing_agent: -1\n"
        )
        let filter = SpamFilter(model: Model(), weights: weights)
        let findings = Fixtures.analysis(
            SpamSample(text: "a.example.com b.example.net c.example.org", ip: "192.0.2.1"),
            filter
        ).findings
        #expect(findings.map(\.symbol) == ["prior", "many_hosts", "missing_agent"])
        #expect(findings.map(\.weight) == [-500_000, 2_250_000, -1_000_000])
        #expect(findings.totalWeight == 750_000)
    }

    @Test(
        "a weights file that cannot be read says where",
        arguments: [
            ("link_density 1", 1), ("\nlink_density: x", 2), ("nothing: 1", 1), ("prior: 1\nprior: 2", 2),
            ("prior: 1e3", 1),
            ("prior: 0.1234567", 1), ("prior: 1000", 1), ("prior:", 1), ("prior: 1.", 1), ("prior: --1", 1),
            ("prior: 99999999999999999999", 1),
        ]
    )
    func badWeights(yaml: String, line: Int) {
        let error = #expect(throws: HeuristicWeights.Failure.self) { try HeuristicWeights(yaml: yaml) }
        #expect(error?.line == line)
    }

    @Test("the repository's own site has the weights and lists that are built in")
    func repository() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let rules = try SpamRules(directory: root.appendingPathComponent("Rules/spam").path)
        #expect(rules.weights.prior == HeuristicWeights.defaultPrior)
        for heuristic in Heuristic.all { #expect(rules.weights.weight(of: heuristic) == heuristic.defaultWeight) }
        #expect(rules.lists.shorteners.domains == SpamLists().shorteners.domains)
        #expect(rules.lists.disposable.domains == SpamLists().disposable.domains)
        let text = try String(contentsOf: root.appendingPathComponent("Rules/spam/heuristics.yaml"), encoding: .utf8)
        let guide = try String(contentsOf: root.appendingPathComponent("Documentation/Spam.md"), encoding: .utf8)
        for heuristic in Heuristic.all {
            let weight = Millionths.text(heuristic.defaultWeight)
            #expect(guide.contains("| `\(heuristic.symbol)` | \(weight) | \(heuristic.sentence) |"))
        }
        for heuristic in Heuristic.all { #expect(text.contains("# \(heuristic.sentence)\n\(heuristic.symbol): ")) }
    }

    @Test("a site's lists replace what is built in")
    func lists() {
        let lists = SpamLists(shorteners: "# ours\nGo.Example.com\n", disposable: nil)
        #expect(lists.shorteners.domains == ["go.example.com"])
        #expect(lists.disposable.domains.contains("mailinator.com"))
    }
}
