import Comments
import Spam

/// A key of the table `bands`: in its upper 16 bits an age of 16 days, in the lower 48 those of a signature's band. So the comments
/// of some days stand together, and what is recorded and looked up today touches few pages, however large the ledger is.
struct Band {
    /// Comments that are looked at under one key, the latest first.
    static let mostCandidates = 64

    let key: Int64
    var age: Int64 { key >> Self.bits }

    private static let bits = 48
    private static let secondsOfAge: Int64 = 16 * 86400

    init(key: Int64) { self.key = key }

    init(age: Int64, _ band: Int64) {
        key = age << Self.bits | Int64(bitPattern: UInt64(bitPattern: band) >> (64 - UInt64(Self.bits)))
    }

    /// The smallest key of an age.
    static func first(ofAge age: Int64) -> Int64 { age << bits }

    static func age(_ time: Timestamp) -> Int64 { time.spans(ofSeconds: secondsOfAge) }
}

extension Timestamp {
    /// How many whole spans of so many seconds lie between 1970 and it; fewer than none before.
    func spans(ofSeconds length: Int64) -> Int64 { (seconds >= 0 ? seconds : seconds - length + 1) / length }
}
