import Digests
import Testing

@Suite("Digests")
struct DigestTests {
    @Test("SHA-256 gives FIPS 180-4's digest, in one piece and in several")
    func sha256() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(SHA256.digest("abc").hex() == expected)
        var pieces = SHA256()
        for piece in ["a", "", "bc"] { pieces.update(piece) }
        #expect(pieces.finish().hex() == expected)
    }

    @Test("HMAC-SHA-256 gives RFC 4231's codes, one after the other under one key")
    func hmac() {
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        let hmac = HMAC(key: Array("Jefe".utf8))
        for _ in 1...2 { #expect(hmac.code("what do ya want for nothing?").hex() == expected) }
        #expect(hmac.code(Array("what do ya want for nothing?".utf8)).hex(4) == "5bdcc146")
    }

    @Test(
        "only the very same code is equal",
        arguments: [
            ("5bdcc146", "5bdcc146", true), ("", "", true), ("5bdcc147", "5bdcc146", false),
            ("6bdcc146", "5bdcc146", false), ("5bdcc1", "5bdcc146", false), ("5bdcc14600", "5bdcc146", false),
            ("", "5bdcc146", false), ("5BDCC146", "5bdcc146", false), ("é", "e\u{301}", false),
        ]
    )
    func equal(sent: String, expected: String, isEqual: Bool) {
        #expect(HMAC.equal(sent, expected) == isEqual)
    }
}
