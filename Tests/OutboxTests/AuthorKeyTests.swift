import Settings
import Testing

@testable import Outbox

@Suite("Public author keys")
struct AuthorKeyTests {
    private func keys(_ setting: AuthorKeys, isVerified: Bool) throws -> [String] {
        let context = try Desk.context { $0.privacy.authorKeys = setting }
        return ["ada@private.example", "ADA@private.example"].enumerated().map { number, email in
            let stored = Desk.comment(number, email: email, isVerified: isVerified)
            return Desk.item(stored, context).author.key
        }
    }

    @Test(
        "who has the same key in two comments",
        arguments: [
            (AuthorKeys.verified, true, true), (.verified, false, false), (.all, true, true), (.all, false, true),
            (.none, true, false), (.none, false, false),
        ]
    )
    func lasting(setting: AuthorKeys, isVerified: Bool, isLasting: Bool) throws {
        let keys = try keys(setting, isVerified: isVerified)
        #expect((keys[0] == keys[1]) == isLasting)
        #expect(keys.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test("authors without an address never share a key")
    func nobody() throws {
        let context = try Desk.context { $0.privacy.authorKeys = .all }
        let keys = (0..<2).map { number in
            Desk.item(Desk.comment(number, email: nil), context).author.key
        }
        #expect(keys[0] != keys[1])
    }

    @Test("typing a verified author's address does not give their key")
    func typed() throws {
        let verified = try keys(.verified, isVerified: true)
        let typed = try keys(.verified, isVerified: false)
        #expect(!typed.contains(verified[0]))
    }
}
