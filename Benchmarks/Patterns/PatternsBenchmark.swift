@preconcurrency import Glibc
import JSON
import Moderation
import Patterns
import Rules

/// Measures the search for many patterns alone: `PatternsBenchmark COMMENTS.ndjson RULES`.
///
/// COMMENTS is a file of comments with a `body` each; RULES a directory with `moderation_keys.txt`, `disallowed_keys.txt` (words) and
/// `regexes.txt` (regular expressions), an entry a line.
@main
struct PatternsBenchmark {
    private let bodies: [String]
    private let words: [String]
    private let expressions: [String]

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("usage: PatternsBenchmark COMMENTS.ndjson RULES")
            exit(64)
        }
        let benchmark = PatternsBenchmark(comments: arguments[1], rules: arguments[2])
        try benchmark.run()
    }

    private init(comments: String, rules: String) {
        bodies = Self.lines(comments).compactMap { try? JSONValue(parsing: Array($0.utf8))["body"]?.string }
        words = Self.lines(rules + "/moderation_keys.txt") + Self.lines(rules + "/disallowed_keys.txt")
        expressions = Self.lines(rules + "/regexes.txt")
    }

    private static func lines(_ path: String) -> [String] {
        guard freopen(path, "r", stdin) != nil else {
            print("\(path): \(String(cString: strerror(errno)))")
            exit(65)
        }
        var lines: [String] = []
        while let line = readLine() {
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }

    private func run() throws {
        let bytes = bodies.reduce(0) { $0 + $1.utf8.count }
        print(
            "\(bodies.count) bodies of \(bytes / max(1, bodies.count)) bytes, \(words.count) words, \(expressions.count) expressions"
        )
        let directory = "/tmp/patterns-benchmark.\(getpid())"
        guard mkdir(directory, 0o700) == 0 else { return print("\(directory): \(String(cString: strerror(errno)))") }
        let cache = directory + "/patterns.db"
        defer {
            for path in [cache, directory + "/rules.db"] { unlink(path) }
            rmdir(directory)
        }
        let collector = try collected()
        let (database, compiled) = timed { PatternDatabase.compile(collector, cache: cache) }
        let (_, loaded) = timed { PatternDatabase.compile(collector, cache: cache) }
        report("compile", compiled, of: 1, "ms", 1e3)
        report("load from the cache", loaded, of: 1, "ms", 1e3)

        guard let scanner = PatternScanner(database) else { return print("out of memory") }
        var hits = 0
        _ = timed { for body in bodies.prefix(2000) { hits += scanner.scan([body]).matched.count } }
        hits = 0
        let (_, scan) = timed { for body in bodies { hits += scanner.scan([body]).matched.count } }
        report("scan and confirmation", scan, of: bodies.count, "us a comment", 1e6)
        let alone = VectorscanAlone(words: words, expressions: expressions)
        let (_, bare) = timed { for body in bodies { alone.scan(body) } }
        report("Vectorscan alone, exact where it can be", bare, of: bodies.count, "us a comment", 1e6)
        let some = Array(bodies.prefix(200))
        let loop = PlainLoop(words: words, expressions: expressions)
        var found = 0
        _ = loop.count(in: some[0])
        let (_, plain) = timed { for body in some { found += loop.count(in: body) } }
        report("plain PCRE2, one pattern after another", plain, of: some.count, "us a comment", 1e6)
        let own = some.reduce(0) { $0 + scanner.scan([$1]).matched.count }
        print("\(hits) hits; of the first \(some.count) comments \(own), the plain loop finds \(found)")
        try measureManyRules(directory)
    }

    private func collected() throws -> PatternCollector {
        var collector = PatternCollector()
        for word in words { _ = collector.add(.literal(word), field: 0) }
        for text in expressions { _ = collector.add(.expression(try Expression(text)), field: 0) }
        return collector
    }

    /// Ten thousand rules of a few words each: read and compiled, read again with other texts, and loaded as every later start does.
    private func measureManyRules(_ directory: String) throws {
        func sources(_ reason: String) -> RuleSources {
            let rules = (0..<10_000).map { number in
                "body (includes): [word\(number)a, word\(number)b]\naction: filter\naction_reason: \(reason)\n"
            }
            let text = rules.joined(separator: "---\n")
            return RuleSources(rules: [RuleFile(name: "many.yaml", path: "many.yaml", bytes: Array(text.utf8))])
        }
        let cache = RuleCache(directory: directory, program: "benchmark")
        let (first, other) = (sources("first"), sources("other"))
        let (_, compiled) = try timed { try RuleBook(accepting: first, cache: cache) }
        let (_, read) = try timed { try RuleBook(accepting: other, cache: cache) }
        let (_, loaded) = try timed { try RuleBook(accepting: other, cache: cache) }
        report("10,000 rules: read and compile", compiled, of: 1, "ms", 1e3)
        report("10,000 rules: read, other texts alone", read, of: 1, "ms", 1e3)
        report("10,000 rules: load from the cache", loaded, of: 1, "ms", 1e3)
    }

    private func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
        let start = ContinuousClock.now
        let result = try body()
        let elapsed = (ContinuousClock.now - start).components
        return (result, Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
    }

    private func report(_ name: String, _ seconds: Double, of count: Int, _ unit: String, _ scale: Double) {
        let value = (seconds / Double(max(1, count)) * scale * 100).rounded() / 100
        print(name + String(repeating: " ", count: max(1, 44 - name.count)) + "\(value) \(unit)")
    }
}
