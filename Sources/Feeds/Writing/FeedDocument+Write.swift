extension FeedDocument {
    /// The document in `format`, in UTF-8.
    ///
    /// What is written validates: RSS 2.0 and Atom in the W3C Feed Validator, Atom against RFC 4287's RELAX NG, JSON
    /// Feed against its specification, as long as `id`s are unique URIs and links absolute.
    public func write(as format: FeedFormat) -> [UInt8] {
        switch format {
        case .rss: rss()
        case .atom: atom()
        case .json: jsonFeed()
        }
    }
}
