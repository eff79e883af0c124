import CNettle

/// HMAC-SHA-256 (RFC 2104) under one key, prepared once and used for many messages.
public struct HMAC: Sendable {
    private let keyed: hmac_sha256_ctx

    /// One message, fed in pieces.
    public struct Message {
        fileprivate var context: hmac_sha256_ctx

        public mutating func update(_ bytes: [UInt8]) { nettle_hmac_sha256_update(&context, bytes.count, bytes) }

        public mutating func update(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { update($0) } }

        public mutating func update(_ bytes: UnsafeRawBufferPointer) {
            nettle_hmac_sha256_update(&context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        }

        public mutating func update(_ text: String) {
            var text = text
            text.withUTF8 { nettle_hmac_sha256_update(&context, $0.count, $0.baseAddress) }
        }

        fileprivate mutating func finish() -> Digest {
            Digest { nettle_hmac_sha256_digest(&context, Digest.size, $0) }
        }

        /// The code's first sixteen bytes, big-endian.
        fileprivate mutating func finishWords() -> (UInt64, UInt64) {
            var words: (UInt64, UInt64) = (0, 0)
            withUnsafeMutableBytes(of: &words) {
                nettle_hmac_sha256_digest(&context, $0.count, $0.baseAddress?.assumingMemoryBound(to: UInt8.self))
            }
            return (UInt64(bigEndian: words.0), UInt64(bigEndian: words.1))
        }
    }

    public init(key: [UInt8]) {
        var context = hmac_sha256_ctx()
        nettle_hmac_sha256_set_key(&context, key.count, key)
        keyed = context
    }

    public func code(_ message: [UInt8]) -> Digest { code { $0.update(message) } }

    public func code(_ message: String) -> Digest { code { $0.update(message) } }

    public func code(_ feed: (inout Message) -> Void) -> Digest {
        var message = Message(context: keyed)
        feed(&message)
        return message.finish()
    }

    /// The code's first sixteen bytes, as two big-endian numbers.
    public func words(_ feed: (inout Message) -> Void) -> (UInt64, UInt64) {
        var message = Message(context: keyed)
        feed(&message)
        return message.finishWords()
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
