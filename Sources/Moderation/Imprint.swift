public import Comments
public import Spam

/// A comment whose verdict was passed elsewhere, with that by which it is found again and what the spam model learns of it. Needs no
/// history, so that a batch can be shared among cores.
public struct Imprint: Sendable {
    public let comment: Comment
    public let keys: IndexKeys
    /// By what near-duplicates of the text are found; nil for a short text.
    public let signature: Signature?
    /// Keys of the hosts that the text links to, the site's own left out.
    public let hostKeys: [Int64]
    public let features: FeatureVector
}

extension Analyzer {
    /// As `analyze`, but for all that only a decision needs.
    public func imprint(_ comment: Comment, scratch: Scratch) -> Imprint {
        let taken = SpamImprint(SpamSample(comment), scratch: &scratch.spam)
        return Imprint(
            comment: comment,
            keys: IndexKeys(comment, keys: keys),
            signature: taken.signature,
            hostKeys: hostKeys(taken.hosts),
            features: taken.features
        )
    }

    func hostKeys(_ hosts: [String]) -> [Int64] {
        hosts.filter { $0 != site?.host }.map { host in
            keys.equalityKey {
                $0.update("host\n")
                $0.update(host)
            }
        }
    }
}
