import Digests

/// The site's secret and what is derived from it. Every use has its own subkey: HMAC-SHA-256 of the secret over a label.
public struct SiteKeys: Sendable {
    private let ids: HMAC
    private let authors: HMAC
    private let authorTokens: HMAC
    private let actionTokens: HMAC
    private let equality: HMAC

    /// - Parameter secret: 32 random bytes.
    public init(secret: [UInt8]) {
        let root = HMAC(key: secret)
        func subkey(_ label: String) -> HMAC { HMAC(key: root.code("moderato:" + label).bytes) }
        ids = subkey("ids")
        authors = subkey("author-keys")
        authorTokens = subkey("author-tokens")
        actionTokens = subkey("action-tokens")
        equality = subkey("equality")
    }

    /// The id of a delivery's submission at `index`.
    public func commentID(delivery: Digest, index: Int, arrival: Timestamp) -> CommentID {
        let hash = ids.words { message in
            message.update(delivery.bytes)
            withUnsafeBytes(of: UInt64(index).bigEndian) { message.update($0) }
        }
        return CommentID(arrival: arrival, hash: hash)
    }

    /// The id of what a rule answers a comment with.
    public func commentID(answering comment: CommentID, rule: String) -> CommentID {
        CommentID(arrival: comment.arrival, hash: ids.words { $0.update("\(comment)\n\(rule)") })
    }

    /// The public key of an author: 16 hexadecimal digits. `identity` is the folded e-mail address of a verified author, the
    /// comment's id for all others.
    public func authorKey(_ identity: String) -> String { authors.code(identity).hex(8) }

    /// Proof of an e-mail address: 32 hexadecimal digits (128 bits), valid in one epoch of that address.
    public func authorToken(email: String, epoch: Int) -> String {
        authorTokens.code("\(epoch)\n" + email.lowercased()).hex(16)
    }

    /// The MAC of a moderator's action: 32 hexadecimal digits.
    public func actionToken(action: String, comment: CommentID, expires: Int64) -> String {
        actionTokens.code("\(action)\n\(comment)\n\(expires)").hex(16)
    }

    /// A number by which the ledger finds equal texts; keyed, so that nobody outside can make two texts collide.
    public func equalityKey(_ text: String) -> Int64 { equalityKey { $0.update(text) } }

    /// The same of a text that is fed in pieces.
    public func equalityKey(_ feed: (inout HMAC.Message) -> Void) -> Int64 { Int64(bitPattern: equality.words(feed).0) }
}
