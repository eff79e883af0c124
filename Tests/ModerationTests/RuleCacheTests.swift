import Digests
import Foundation
import Patterns
import Testing

@testable import Moderation
@testable import Rules

/// A directory of rules and one for the cache, gone with it.
private final class CachedRules {
    let root = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    var block = "casino"
    var program = "1"

    init() throws {
        for name in ["Rules/tests", "State"] {
            try FileManager.default.createDirectory(at: root.appending(path: name), withIntermediateDirectories: true)
        }
        let words = (0..<40).map { "word\($0)" }.joined(separator: ", ")
        try write("body: [\(words)]\naction: remove\n---\nbody (regex): 'x(\\d+)y'\nscore: 1", to: "Rules/a.yaml")
        try write("comment: {body: word3}\nexpect: {verdict: trashed}", to: "Rules/tests/a.yaml")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func file(_ path: String) -> URL { root.appending(path: path) }
    func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: file(path)) }

    var cache: RuleCache { RuleCache(directory: file("State").path, program: program) }
    var sources: RuleSources {
        get throws { try RuleSources(block: Array(block.utf8), moderate: [], directory: file("Rules").path) }
    }

    func open() throws -> RuleBook { try RuleBook(accepting: try sources, cache: cache) }

    /// What the book finds: word hits, the rules' lines, what they found.
    func findings(_ body: String) throws -> [String] {
        let book = try open()
        let subject = RuleSubject(body: body)
        let hits = try book.makeScanner().scan([body, nil] + book.rules.texts(of: subject))
        let outcome = book.rules.evaluate(subject, facts: RuleFacts(), hits: hits)
        return book.wordHits(hits).blocked.map(\.entry) + outcome.matches.map(\.finding.note)
    }
}

struct RuleCacheTests {
    @Test("what was accepted is loaded as it was read, and anything that changes is read anew")
    func life() throws {
        let rules = try CachedRules()
        let bodies = ["word3", "a casino, X42Y", "nothing"]
        let read = try bodies.map(rules.findings)
        #expect(read.map(\.count) == [1, 2, 0])
        #expect(read[1][1].contains("“X42Y” by x(\\d+)y"))
        #expect(rules.cache.load(try rules.sources) != nil)
        #expect(try bodies.map(rules.findings) == read)
        for name in ["rules.db", "patterns.db"] {
            let mode = try FileManager.default.attributesOfItem(atPath: rules.file("State/" + name).path)
            #expect(mode[.posixPermissions] as? Int == 0o600)
        }
        let changes: [(String, () throws -> Void)] = [
            ("a word", { rules.block += "\npoker" }), ("the program", { rules.program = "2" }),
            ("a rule", { try rules.write("body: new\naction: spam", to: "Rules/b.yaml") }),
            ("a test", { try rules.write("comment: {body: new}\nexpect: {verdict: spam}", to: "Rules/tests/b.yaml") }),
            (
                "a name",
                { try FileManager.default.moveItem(at: rules.file("Rules/b.yaml"), to: rules.file("Rules/c.yaml")) }
            ),
        ]
        for (what, change) in changes {
            try change()
            #expect(rules.cache.load(try rules.sources) == nil, "\(what)")
            _ = try rules.open()
            #expect(rules.cache.load(try rules.sources) != nil, "\(what)")
        }
    }

    @Test("a book that nothing is scanned for is kept, too")
    func empty() throws {
        let rules = try CachedRules()
        rules.block = ""
        for name in ["Rules/a.yaml", "Rules/tests/a.yaml"] {
            try FileManager.default.removeItem(at: rules.file(name))
        }
        _ = try rules.open()
        #expect(rules.cache.load(try rules.sources)?.rules.isEmpty == true)
    }

    @Test("what is refused is not kept")
    func refused() throws {
        let rules = try CachedRules()
        try rules.write("comment: {body: bread}\nexpect: {verdict: trashed}", to: "Rules/tests/a.yaml")
        for _ in 0..<2 { #expect(throws: RuleBookError.self) { try rules.open() } }
        #expect(rules.cache.load(try rules.sources) == nil)
    }

    @Test("a damaged file, or one without the other, is made anew", arguments: ["rules.db", "patterns.db"])
    func damage(name: String) throws {
        let rules = try CachedRules()
        let file = rules.file("State/" + name)
        let expected = try rules.findings("word3 casino")
        let whole = try Data(contentsOf: file)
        let places = stride(from: 0, to: whole.count, by: max(1, whole.count / 50))
        for damaged in places.map({ place in
            whole.enumerated().reduce(into: Data()) { $0.append($1.offset == place ? $1.element ^ 4 : $1.element) }
        })
            + [0, 50, 90, whole.count - 1].map({ whole.prefix($0) })
        {
            try damaged.write(to: file)
            #expect(rules.cache.load(try rules.sources) == nil)
            #expect(try rules.findings("word3 casino") == expected)
            #expect(try Data(contentsOf: file) == whole)
        }
        try FileManager.default.removeItem(at: file)
        #expect(try rules.findings("word3 casino") == expected)
        #expect(rules.cache.load(try rules.sources) != nil)
    }

    @Test("content that is sealed but means nothing is made anew")
    func forged() throws {
        let rules = try CachedRules()
        _ = try rules.open()
        let sources = try rules.sources
        let key = sources.key(program: rules.program)
        let sealed = SealedFile(rules.file("State/rules.db").path, kind: "MDRULES1")
        let content = try #require(sealed.withContent(key) { Array($0) })
        for count in stride(from: 0, to: content.count, by: max(1, content.count / 200)) {
            sealed.store(Array(content[..<count]), key)
            #expect(rules.cache.load(sources) == nil)
        }
        sealed.store(content + [0], key)
        #expect(rules.cache.load(sources) == nil)
        sealed.store(content, key)
        #expect(rules.cache.load(sources) != nil)
    }

    @Test("a cache that can't be written is no error")
    func unwritable() throws {
        let rules = try CachedRules()
        let cache = RuleCache(directory: "/nonexistent", program: "1")
        #expect(try RuleBook(accepting: try rules.sources, cache: cache).rules.count == 2)
    }
}
