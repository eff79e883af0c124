import Foundation
import JSON
import Patterns
import Testing

@testable import Rules

/// Public AutoModerator files, and what an independent implementation of the language says of many comments.
struct SharedRulesTests {
    private static let directory = root.appending(path: "../shared/data/rules")

    private static let folders: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        if names.isEmpty { print("skipped: no \(directory.path)") }
        return names.sorted()
    }()

    @Test("public rules decide on every comment as another implementation does", arguments: folders)
    func agreement(folder: String) throws {
        let folder = Self.directory.appending(path: folder)
        let tried = try TriedRules(String(contentsOf: folder.appending(path: "rules.yaml"), encoding: .utf8))
        let comments = try Data(contentsOf: folder.appending(path: "comments.jsonl")).split(separator: 0x0A)
        let expected = try Data(contentsOf: folder.appending(path: "expected.jsonl")).split(separator: 0x0A)
        #expect(comments.count == expected.count)
        for (comment, expected) in zip(comments, expected) {
            let line = MatchLine(try JSONValue(parsing: Array(comment)))
            var json = JSONWriter()
            line.write(tried.outcome(line.subject, line.facts), to: &json)
            let answer = try JSONValue(parsing: Array(json.bytes.dropLast()))
            #expect(answer == (try JSONValue(parsing: Array(expected))), "\(line.id)")
        }
    }
}
