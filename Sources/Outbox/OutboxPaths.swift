import Comments
import Digests
import Feeds
import Text

/// Where each output stands, relative to `Outbox/`. Slugs are safe by construction; a delivery's name is made so here.
public enum OutboxPaths {
    /// The folder that is served.
    public static let published = "public/"

    public static func item(_ id: CommentID, slug: String) -> String { published + "comments/\(slug)/\(id).json" }

    /// The document of a thread's page, counted from 1.
    public static func thread(_ slug: String, page: Int = 1) -> String {
        published + "threads/\(slug)\(number(page)).json"
    }

    /// The fragment of a thread's page, counted from 1.
    public static func page(_ slug: String, page: Int = 1) -> String { published + fragment(slug, page: page) }

    public static let threads = published + "threads.json"

    public static func siteFeed(_ format: FeedFormat) -> String { published + feed(nil, format) }

    public static func threadFeed(_ slug: String, _ format: FeedFormat) -> String { published + feed(slug, format) }

    /// An archive of the site's feed, or of a thread's, counted from 1.
    public static func archive(_ number: Int, slug: String? = nil, _ format: FeedFormat) -> String {
        published + archived(number, slug: slug, format)
    }

    public static let styleSheet = published + styleSheetName
    public static let feedStyleSheet = published + feedStyleSheetName

    /// The problems of a delivery. A file name that could not be a name here, or another delivery's, gets a part of the delivery's key.
    public static func rejected(_ delivery: String, key: Digest? = nil) -> String {
        "rejected/" + rejectedDelivery(delivery, key: key) + ".json"
    }

    /// Where the delivery itself is put aside: `rejected/` and this name.
    public static func rejectedDelivery(_ delivery: String, key: Digest? = nil) -> String {
        let isPlain =
            !delivery.isEmpty && delivery.utf8.count <= 240 && delivery.first != "."
            && delivery.unicodeScalars.allSatisfy { $0 != "/" && !$0.isInvisible || $0 == " " }
        if isPlain, key == nil { return delivery }
        let digest = key ?? SHA256.digest(delivery)
        let kept = delivery.utf8.map { byte -> UInt8 in
            let isSafe = byte.isASCIIAlphanumeric || "._-".utf8.contains(byte)
            return isSafe ? byte : UInt8(ascii: "-")
        }
        let name = String(decoding: kept.drop { $0 == UInt8(ascii: ".") }.prefix(200), as: UTF8.self)
        return name + "~" + digest.hex(4)
    }

    /// Whether a path is one of those that are written here; others may be files of the owner's in the folder that is served.
    public static func isGenerated(_ path: String) -> Bool {
        ["comments/", "threads/", "pages/", "feeds/"].contains { path.hasPrefix(published + $0) }
            || [threads, styleSheet].contains(path)
    }

    public static let statusJSON = "status/status.json"
    public static let statusMetrics = "status/moderato.prom"
    public static let statusPage = "status/index.html"

    // MARK: Relative to the served folder

    static let styleSheetName = "comments.css"
    static let feedStyleSheetName = "feeds/feed.css"

    static func fragment(_ slug: String, page: Int) -> String { "pages/\(slug)\(number(page)).html" }

    static func feed(_ slug: String?, _ format: FeedFormat) -> String { "\(feedStem(slug)).\(format.rawValue)" }

    /// A feed's path without the ending of its format.
    static func feedStem(_ slug: String?) -> String { "feeds/" + (slug.map { "threads/" + $0 } ?? "comments") }

    static func archived(_ number: Int, slug: String?, _ format: FeedFormat) -> String {
        "feeds/archive/" + (slug.map { "threads/" + $0 } ?? "comments") + ".\(number).\(format.rawValue)"
    }

    private static func number(_ page: Int) -> String { page > 1 ? ".\(page)" : "" }
}
