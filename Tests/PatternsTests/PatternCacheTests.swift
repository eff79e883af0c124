import Foundation
import Testing

@testable import Patterns

struct PatternCacheTests {
    private let directory = FileManager.default.temporaryDirectory.appending(path: "patterns-\(UUID().uuidString)")

    private func collector(_ words: [String]) throws -> PatternCollector {
        var collector = PatternCollector()
        for word in words { _ = collector.add(.literal(word), field: 0) }
        _ = collector.add(.expression(try Expression(#"x\d+y"#)), field: 0)
        _ = collector.add(.expression(try Expression(#"\d*"#)), field: 0)
        return collector
    }

    @Test("a second start loads what the first compiled; damage and other patterns compile anew")
    func life() throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appending(path: "patterns").path
        let words = (0..<40).map { "word\($0)" }
        var compilations = 0
        func hits(_ words: [String]) throws -> [Int] {
            let database = PatternDatabase.compile(try collector(words), cache: path) { _ in compilations += 1 }
            return try #require(PatternScanner(database)).scan(["word7 X12Y"]).matched.map(\.index)
        }
        #expect(try hits(words) == [7, 40, 41])
        #expect(try hits(words) == [7, 40, 41])
        #expect(compilations == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)

        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(try hits(words) == [7, 40, 41])
        #expect(compilations == 2, "one flipped bit")
        try bytes.prefix(bytes.count / 3).write(to: URL(filePath: path))
        #expect(try hits(words) == [7, 40, 41])
        #expect(compilations == 3, "a file cut short")
        #expect(try hits(words + ["more"]) == [7, 41, 42])
        #expect(compilations == 4, "other patterns")
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["patterns"])
    }

    @Test("a cache that can't be written is no error")
    func unwritable() throws {
        let database = PatternDatabase.compile(try collector(["a"]), cache: "/nowhere/patterns")
        #expect(try #require(PatternScanner(database)).scan(["a"]).matched.map(\.index) == [0, 2])
    }
}
