/// The formats that feeds are written in.
public enum FeedFormat: String, CaseIterable, Sendable {
    /// RSS 2.0 with `content`, `dc`, `slash`, `wfw`, `thr` and `atom` extensions.
    case rss
    /// Atom 1.0 (RFC 4287) with threading (RFC 4685).
    case atom
    /// JSON Feed 1.1.
    case json

    public var mediaType: String {
        switch self {
        case .rss: "application/rss+xml"
        case .atom: "application/atom+xml"
        case .json: "application/feed+json"
        }
    }
}
