/// How the comments of a feed are shared out between its current document and its archives (RFC 5005, section 4).
///
/// Publications are numbered from 1 in the order of first approvals, and keep their numbers. An archive holds `window` of them and
/// is written when the first of them can have left the current document, which holds the newest `window` that are still
/// published. So archives never change but for a withdrawal, and between them and the current document nothing is missing.
public struct FeedArchives: Sendable, Hashable {
    /// `feeds.items`.
    public let window: Int
    /// The highest publication number given.
    public let published: Int64

    public init(window: Int, published: Int64) {
        self.window = max(1, window)
        self.published = published
    }

    /// How many archives there are; they are numbered from 1, the oldest.
    public var count: Int { published > 0 ? Int((published - 1) / Int64(window)) : 0 }

    public func publications(of archive: Int) -> ClosedRange<Int64> {
        Int64(archive - 1) * Int64(window) + 1...Int64(archive) * Int64(window)
    }

    /// The archive that holds a publication; nil where only the current document does.
    public func archive(holding publication: Int64) -> Int? {
        let archive = Int((publication - 1) / Int64(window)) + 1
        return publication > 0 && archive <= count ? archive : nil
    }
}
