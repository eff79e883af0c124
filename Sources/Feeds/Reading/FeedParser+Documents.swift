import Text
import XML

/// The elements around entries, which say the dialect.
extension FeedParser {
    mutating func noteNamespaces(_ namespaces: [XMLNamespaceDeclaration]) {
        guard info.version.isEmpty else { return }
        for namespace in namespaces where info.version.isEmpty {
            switch namespace.uri.asciiLowercased {
            case "http://my.netscape.com/rdf/simple/0.9/" where namespace.prefix == nil: info.version = "rss090"
            case "http://purl.org/rss/1.0/": info.version = "rss10"
            case "http://www.w3.org/2005/atom": info.version = "atom10"
            default: break
            }
        }
        noteDialect()
    }

    mutating func startDocument(_ field: FeedField, _ element: XMLElement) {
        isFeed = true
        switch field {
        case .rss where !info.version.hasPrefix("rss"):
            switch element.attribute("version") ?? "" {
            case "0.91": info.version = "rss091u"
            case "0.92": info.version = "rss092"
            case "0.93": info.version = "rss093"
            case "0.94": info.version = "rss094"
            case let version where version.hasPrefix("2."): info.version = "rss20"
            default: info.version = "rss"
            }
        case .feed where info.version.isEmpty:
            switch element.attribute("version") {
            case "0.1": info.version = "atom01"
            case "0.2": info.version = "atom02"
            case "0.3": info.version = "atom03"
            default: info.version = "atom"
            }
        case .channel where stack.depth == 1: info.version = "cdf"
        case .disqus: info.version = "disqus"
        default: break
        }
        noteDialect()
        if field != .channel, let language = element.language {
            info.language = language.replacing("_", with: "-")
        }
    }

    private mutating func noteDialect() {
        dialect = info.version == "atom10" ? .atom10 : info.version.hasPrefix("atom") ? .otherAtom : .other
    }

    /// CDF says in attributes what others say in elements.
    mutating func startChannelAttributes(_ element: XMLElement) {
        guard !element.attributes.isEmpty else { return }
        if let modified = element.attribute("lastmod") {
            store(.updated, Array(modified.utf8))
        }
        if let href = element.attribute("href") {
            let address = stack.base.resolve(href)
            add(FeedLink(rel: "alternate", href: address, type: "text/html"))
            setLink(address)
        }
    }

    mutating func startEntry(_ element: XMLElement) {
        beginEntry()
        titleDepth = -1
        if let about = element.attributes.first(where: { $0.name.local == "about" && $0.name.prefix != nil }) {
            draft.entry.id = about.value
        }
        startChannelAttributes(element)
    }

    mutating func setWordPressVersion(_ text: String) {
        info.version = "wxr" + text.filter(\.isNumber).prefix(4)
    }
}

extension XMLElement {
    var baseAddress: String? { xmlAttribute("base") }
    var language: String? { xmlAttribute("lang") }

    /// The value of `xml:local`, or of `local` alone.
    private func xmlAttribute(_ local: String) -> String? {
        attributes.first { $0.name.local == local && ($0.name.prefix == "xml" || $0.name.prefix == nil) }?.value
    }
}
