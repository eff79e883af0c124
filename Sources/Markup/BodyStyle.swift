import Text

/// What all bodies of a site have in common, as bytes.
struct BodyStyle: Sendable {
    let rel: [UInt8]
    let siteHost: [UInt8]?
    let siteOrigin: [UInt8]?
    let dressing: Dressing?

    init(_ options: MarkupOptions) {
        rel = Array(options.rel.utf8)
        siteHost = options.siteHost.map { Array($0.asciiLowercased.utf8.prefix { $0 != UInt8(ascii: ":") }) }
        siteOrigin = (options.siteOrigin ?? options.siteHost.map { "https://" + $0.asciiLowercased }).map {
            Array($0.utf8)
        }
        dressing = Dressing(options)
    }
}
