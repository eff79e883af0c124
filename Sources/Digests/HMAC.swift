import CNettle

/// HMAC-SHA-256 (RFC 2104) under one key, prepared once and used for many messages.
public struct HMAC: Sendable {
    private let keyed: hmac_sha256_ctx

    public init(key: [UInt8]) {
        var context = hmac_sha256_ctx()
        nettle_hmac_sha256_set_key(&context, key.count, key)
        keyed = context
    }

    public func code(_ message: [UInt8]) -> Digest {
        var context = keyed
        nettle_hmac_sha256_update(&context, message.count, message)
        return Digest { nettle_hmac_sha256_digest(&context, Digest.size, $0) }
    }

    public func code(_ message: String) -> Digest {
        var context = keyed
        var message = message
        message.withUTF8 { nettle_hmac_sha256_update(&context, $0.count, $0.baseAddress) }
        return Digest { nettle_hmac_sha256_digest(&context, Digest.size, $0) }
    }

    /// Whether a code that was sent is the expected one, in a time that does not tell where they differ (`memeql_sec`).
    public static func equal(_ sent: String, _ expected: String) -> Bool {
        var (sent, expected) = (sent, expected)
        return sent.withUTF8 { sent in
            expected.withUTF8 { expected in
                sent.count == expected.count
                    && nettle_memeql_sec(sent.baseAddress, expected.baseAddress, expected.count) == 1
            }
        }
    }
}
