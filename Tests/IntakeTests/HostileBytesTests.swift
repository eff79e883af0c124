import Comments
import Foundation
import Settings
import Testing

@testable import Intake

@Suite("Hostile bytes")
struct HostileBytesTests {
    /// SplitMix64: the same numbers every time.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let object =
        #"{"thread":"https://blog.example/a/?b#c","name":"Ad\u00e1 \ud83d\ude00","email":"ada@mail.example","url":"http://ada.example","body":"Hello <b>there</b>,\n\nworld é世界","parent":null,"date":"2026-02-01T00:00:00.5+01:00","fields":{"message":"x"},"n":[1,-2.5e3,{"k":true}]}"#

    private static let seeds: [(name: String, text: String)] = [
        ("a.json", object), ("a.json", "[\(object),{\"body\":\"x\"},3]"),
        ("a.ndjson", "\(object)\n{\"action\":\"approve\",\"comment\":\"x\",\"token\":\"t\"}\n"),
        ("a.form", "thread=%2Fa&name=Ad%C3%A1+L&email=ada%40mail.example&body=Hello%0D%0Athere&fields[x]=y"),
        (
            "a.form",
            "--x\r\nContent-Disposition: form-data; name=\"thread\"\r\n\r\n/a\r\n--x\r\nContent-Disposition: form-data; name=\"body\"; filename=\"f\"\r\n\r\nb\r\n--x--\r\n"
        ),
        ("noname", object),
    ]

    private func mutated(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
            let index = Int.random(in: bytes.indices, using: &numbers)
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &numbers)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(Array("\"\\{}[],:\n\r\0%&=-".utf8).randomElement(using: &numbers)!, at: index)
            case 3: bytes.removeSubrange(index...)
            case 4: bytes.insert(contentsOf: bytes[index...].prefix(40), at: index)
            default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            }
        }
        return bytes
    }

    @Test("every mutation of a delivery gives comments, refusals or actions, the same again", arguments: seeds.indices)
    func mutations(seed: Int) throws {
        var numbers = Numbers(state: UInt64(seed) + 1)
        let (name, text) = Self.seeds[seed]
        let inbox = try TemporaryInbox()
        let decoder = SubmissionDecoder(settings: Decoding().settings, keys: SiteKeys(secret: [1]))
        for _ in 0..<600 {
            try inbox.drop(name, mutated(Array(text.utf8), &numbers))
            let entry = try inbox.scan().entries[0]
            var outcomes: [[String]] = []
            for _ in 0..<2 {
                switch try inbox.inbox.open(entry, limits: inbox.limits) {
                case .failure(let refusal):
                    #expect(!refusal.problem.code.isEmpty)
                    outcomes.append([refusal.problem.code])
                case .success(var open):
                    guard open.delivery.kind != .feed, open.delivery.kind != .mail else { continue }
                    let items = try open.next(limit: 1000)
                    #expect(!items.isEmpty || open.delivery.kind == .json)
                    outcomes.append(items.map { describe(decoder.decode($0, of: open.delivery)) })
                }
            }
            #expect(outcomes.count != 2 || outcomes[0] == outcomes[1])
        }
    }

    private func describe(_ item: IntakeItem) -> String {
        switch item {
        case .comment(let comment): "comment \(comment.body) \(comment.thread.canonical)"
        case .refusal(let refusal): refusal.problems.isEmpty ? "" : "refusal \(refusal.problems)"
        case .action(let action): "action \(action.action)"
        }
    }

    @Test(
        "bodies of 256 KiB that ask for much work take little",
        arguments: ["<b>", "&", "a\u{301}", "<!--", "\\\\", "* ", "\u{200B}", "\\n"]
    )
    func work(unit: String) {
        let body = String(repeating: unit, count: 60_000 / unit.utf8.count)
        let time = ContinuousClock().measure {
            _ = Decoding().submission(["body": "\"\(body)\"", "name": "\"\(body)\"", "thread": "\"\(body)\""])
        }
        #expect(time < .seconds(60))
    }
}
