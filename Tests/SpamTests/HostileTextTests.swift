import Testing

@testable import Spam

/// Bounds are generous: they tell a linear pass from a quadratic one, also in a debug build on a busy machine.
@Suite("Hostile texts are read in bounded time")
struct HostileTextTests {
    static let size = 64 << 10

    static let texts: [(name: String, text: String)] = [
        ("one letter", String(repeating: "a", count: size)),
        ("combining marks", "e" + String(repeating: "\u{0301}", count: 1_000_000)),
        ("zero-width maze", String(repeating: "v\u{200B}\u{200D}\u{2060}\u{FEFF}", count: size / 4)),
        ("nothing", ""),
        ("spaces", String(repeating: " \n", count: size)),
        ("open tags", String(repeating: "<a href=", count: size / 8)),
        ("brackets", String(repeating: "[url=", count: size / 5)),
        ("ampersands", String(repeating: "&#", count: size / 2)),
        ("dots", String(repeating: "a.", count: size / 2)),
        ("dotted host", "http://" + String(repeating: "a.", count: size / 2)),
        ("addresses", String(repeating: "http://a.b ", count: size / 11)),
        ("schemes", String(repeating: "http://", count: size / 7)),
        ("at signs", "http://" + String(repeating: "@", count: size)),
        ("apostrophes", String(repeating: "a'", count: size / 2)),
        ("distinct words", (0..<12_000).map { String($0, radix: 36) }.joined(separator: " ")),
        ("marks of the whole BMP", String(String.UnicodeScalarView((0x80...0xFFFF).compactMap(Unicode.Scalar.init)))),
        ("ligatures that grow", String(repeating: "\u{FDFA}", count: size / 3)),
        ("NUL", String(repeating: "\0", count: size)),
    ]

    @Test("and give a bounded vector", arguments: texts.map(\.name))
    func bounded(name: String) throws {
        let text = try #require(Self.texts.first { $0.name == name }?.text)
        var sample = SpamSample(text: text, name: text, email: text, website: text, userAgent: text)
        sample.ip = text
        var filter = SpamFilter(model: Fixtures.model(rounds: 1), minLearned: 1)
        var extractor = FeatureExtractor()
        let clock = ContinuousClock()
        var features: FeatureVector?
        let time = clock.measure {
            features = extractor.features(of: sample)
            filter.model.learn(features!, isSpam: true)
            _ = Fixtures.analysis(sample, filter)
            _ = filter.tellings(sample)
        }
        #expect(time < .seconds(120))
        #expect(try #require(features).buckets.count < 4 * Self.size)
        #expect(filter.model.score(try #require(features)).logOdds.isFinite)
    }

    @Test("and cut between two characters where they are too long", arguments: 0..<8)
    func cut(offset: Int) {
        for character in ["\u{430}", "\u{430}a", "\u{3042}", "\u{200B}", "\u{1D5D9}", "\u{FDFA}"] {
            let text =
                String(repeating: "x", count: offset)
                + String(repeating: character, count: 66_000 / character.utf8.count)
            var reading = TextReading()
            reading.read(SpamSample(text: text, name: text, email: text, website: text))
            reading.splitIntoTokens()
            #expect(String(validating: reading.text.bytes, as: UTF8.self) != nil)
            #expect(String(validating: reading.name.bytes, as: UTF8.self) != nil)
        }
    }

    @Test("random bytes, as text, never trap", arguments: 0..<40)
    func random(seed: UInt64) {
        var state = seed
        var bytes: [UInt8] = []
        for _ in 0..<3000 {
            state = Checksum.mix(state &+ 0x1234_5678_9ABC)
            bytes.append(
                seed.isMultiple(of: 2)
                    ? UInt8(truncatingIfNeeded: state)
                    : Array("<>&;#/.:@[]='\"hrtpw x\u{E4}\u{200B}".utf8)[Int(state % 26)]
            )
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let sample = SpamSample(text: text, name: String(text.prefix(100)), email: text, website: text)
        let filter = SpamFilter(model: Fixtures.model(rounds: 1), minLearned: 1)
        #expect(
            Fixtures.analysis(sample, filter).findings.totalWeight
                == Fixtures.analysis(sample, filter).findings.totalWeight
        )
        #expect(filter.mostTelling(sample).count <= 10)
    }
}
