import Testing

@testable import Patterns

/// Work stays bounded on patterns and texts made to take long.
struct LimitTests {
    /// A text that a search is slow on, made when it is needed: it is too long for a test's name.
    enum Trap: String, CaseIterable {
        case nested = "(a+)+$"
        case overlapping = "(a|aa)+$"
        case reference = #"(a+)\1b"#
        case manyStarts = #"(?!c)\w+\s*(?=@)\w"#
        case threeRuns = #"a*a*a*(?!a)b(?<=c)"#
        case dots = #"(?=a).*.*.*(?=x)y"#

        var text: String { String(repeating: "a", count: 65_530) + "!@b xy" }
    }

    @Test("a pathological search is cut short and reported, or ends", arguments: Trap.allCases)
    func pathological(trap: Trap) throws {
        var collector = PatternCollector()
        let id = collector.add(.expression(try Expression(trap.rawValue)), field: 0)
        let scanner = try #require(PatternScanner(.compile(collector)))
        _ = scanner.scan(["a!@b xy"])
        let (hits, took) = timed { scanner.scan([trap.text]) }
        #expect(!hits.matched.contains(id))
        #expect(took < .seconds(60), "bounded, whatever the machine")
        print(trap.rawValue, hits.exceeded.isEmpty ? "ended" : "cut short", "after", took)
    }

    @Test("a thousand branches and a repeat of 30,000 are no trouble")
    func large() throws {
        let branches = (0..<1000).map { "word\($0)x" }.joined(separator: "|")
        var collector = PatternCollector()
        let first = collector.add(.expression(try Expression("(?:\(branches))\\b")), field: 0)
        let second = collector.add(.expression(try Expression(#"(?:^|\W|\b)(.{1,30000})(?:$|\W|\b)"#)), field: 0)
        let scanner = try #require(PatternScanner(.compile(collector)))
        let (hits, took) = timed { scanner.scan([String(repeating: "a", count: 65_520) + " word999x"]) }
        #expect(hits.matched == [first, second])
        #expect(took < .seconds(60))
    }

    @Test("steps are counted only where a search may take long")
    func costs() throws {
        #expect(ExpressionCost(of: try Expression("ab?c{1,3}")) == .linear)
        #expect(ExpressionCost(of: try Expression(#"a\s*b"#)) == .polynomial)
        #expect(ExpressionCost(of: try Expression("(a+)+")) == .exponential)
    }

    private func timed<Result>(_ body: () -> Result) -> (Result, Duration) {
        let start = ContinuousClock.now
        let result = body()
        return (result, ContinuousClock.now - start)
    }
}
