import Comments
import Foundation
import Markup
import Testing

/// The attack strings and harmless fragments beside the checkout, where they are there.
@Suite("Collected bodies")
struct SharedDataTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/data")

    private static func lines<T: Decodable>(_ path: String, _ type: T.Type) throws -> [T] {
        let file = folder.appendingPathComponent(path)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            print("skipped: no \(path) beside the checkout")
            return []
        }
        return try text.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    private struct Attack: Decodable {
        let id: String
        let payload: String
    }

    private struct Harmless: Decodable {
        let id: String
        let group: String
        let payload: String
        let text: String
    }

    @Test("that attack come out safe", arguments: BodyFormat.allCases)
    func attacks(format: BodyFormat) throws {
        let cleaner = MarkupCleaner(MarkupOptions())
        for attack in try Self.lines("xss/vectors.jsonl", Attack.self) {
            let html = cleaner.html(attack.payload, format: format)
            #expect(FragmentChecker.fault(in: html) == nil, "\(attack.id)")
            #expect(cleaner.html(html, format: .html) == html, "\(attack.id)")
        }
    }

    @Test("that are harmless keep their text")
    func harmless() throws {
        let cleaner = MarkupCleaner(MarkupOptions())
        for fragment in try Self.lines("markup/benign.jsonl", Harmless.self) {
            let format = try #require(BodyFormat(rawValue: fragment.group))
            let readable = cleaner.render(fragment.payload, format: format).readable
            #expect(Self.words(readable) == Self.words(fragment.text), "\(fragment.id)")
        }
    }

    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
