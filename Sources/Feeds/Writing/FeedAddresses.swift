/// Where a feed is served, one document a format, as URIs.
public struct FeedAddresses: Sendable, Equatable {
    private let rss: String
    private let atom: String
    private let json: String

    /// - Parameter stem: the address without the ending that names the format (`.rss`).
    public init(stem: String) {
        let stem = stem.asURI
        func address(_ format: FeedFormat) -> String { stem + "." + format.rawValue }
        (rss, atom, json) = (address(.rss), address(.atom), address(.json))
    }

    subscript(format: FeedFormat) -> String {
        switch format {
        case .rss: rss
        case .atom: atom
        case .json: json
        }
    }
}
