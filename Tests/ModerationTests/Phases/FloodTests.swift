import Comments
import Settings
import Testing

@testable import Moderation

@Suite struct FloodTests {
    @Test(
        "comments less than the interval apart are held, earlier ones and later ones",
        arguments: [(0, true), (14, true), (15, false), (-14, true), (-15, false), (3600, false)]
    )
    func interval(seconds: Int64, isFlood: Bool) throws {
        let desk = Desk()
        try desk.judge(try desk.comment("One.", after: 10_000))
        let judgement = try desk.judge(try desk.comment("Two.", thread: "other", after: 10_000 + seconds))
        #expect(judgement.verdict == (isFlood ? .held : .approved))
        #expect(judgement.symbols == (isFlood ? ["flood"] : []))
    }

    @Test("the same address floods too, but not two people without e-mail")
    func person() throws {
        let desk = Desk()
        try desk.judge(try desk.comment("One.", name: "Ada", email: nil, ip: "203.0.113.5", after: 0))
        #expect(
            try desk.judge(
                try desk.comment("Two.", name: "Bea", email: "b@letters.example", ip: "203.0.113.5", after: 1)
            ).verdict == .held
        )
        #expect(
            try desk.judge(try desk.comment("Three.", name: "Cleo", email: nil, ip: "203.0.113.6", after: 2)).verdict
                == .approved
        )
        #expect(try desk.judge(try desk.comment("Four.", name: "Dora", email: nil, after: 3)).verdict == .approved)
    }

    @Test("rejected as WordPress does, before blocked words; refused comments don't count")
    func reject() throws {
        let desk = Desk { $0.flood.then = .reject }
        desk.blocked = "casino"
        try desk.judge(try desk.comment("One.", after: 0))
        let second = try desk.judge(try desk.comment("A casino.", after: 10))
        #expect(second.verdict == .rejected)
        #expect(second.codes == ["comment_flood"])
        #expect(second.symbols == ["flood", "blocked_word"])
        #expect(try desk.judge(try desk.comment("Three.", after: 20)).verdict == .approved)
    }

    @Test("an interval of zero is off, a trusted author exempt")
    func exempt() throws {
        let off = Desk { $0.flood.interval = .zero }
        try off.judge(try off.comment("One.", after: 0))
        #expect(try off.judge(try off.comment("Two.", after: 0)).verdict == .approved)
        let desk = Desk {
            $0.flood.then = .reject
            $0.moderation.trusted = ["ada@letters.example"]
        }
        let token = Desk.token("ada@letters.example")
        try desk.judge(try desk.comment("One.", after: 0, token: token))
        #expect(try desk.judge(try desk.comment("Two.", after: 0, token: token)).verdict == .approved)
    }
}
