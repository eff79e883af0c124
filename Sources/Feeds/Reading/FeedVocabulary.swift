import Text
import XML

/// The elements of all dialects: a table from (module, local name) to what they mean.
enum FeedVocabulary {
    /// A namespace, or several that mean the same, under its usual prefix.
    typealias Module = String

    static func field(of name: XMLName) -> FeedField {
        fields[module(of: name)]?[name.local.asciiLowercased] ?? .unknown
    }

    /// The module of a name: by its namespace, else by its prefix, which real feeds forget to declare.
    static func module(of name: XMLName) -> Module {
        if let namespace = name.namespace?.asciiLowercased {
            if let module = namespaces[namespace] { return module }
            if namespace.contains("backend.userland.com/rss") { return "" }
            if namespace.hasPrefix("http://wordpress.org/export/") {
                return namespace.hasSuffix("/excerpt/") ? "excerpt" : "wp"
            }
        }
        return name.prefix?.asciiLowercased ?? ""
    }

    private static let fields: [Module: [String: FeedField]] = {
        var fields: [Module: [String: FeedField]] = [:]
        for table in [rss, atom, extensions] {
            for (module, elements) in table { fields[module, default: [:]].merge(elements) { first, _ in first } }
        }
        return fields
    }()

    private static let namespaces: [String: Module] = [
        "http://backend.userland.com/rss": "",
        "http://blogs.law.harvard.edu/tech/rss": "",
        "http://purl.org/rss/1.0/": "",
        "http://purl.org/rss/1.0/modules/rss091#": "",
        "http://my.netscape.com/rdf/simple/0.9/": "",
        "http://example.com/newformat#": "",
        "http://example.com/necho": "",
        "http://purl.org/echo/": "",
        "uri/of/echo/namespace#": "",
        "http://purl.org/pie/": "",
        "http://purl.org/atom/ns#": "",
        "http://www.w3.org/2005/atom": "",
        "http://webns.net/mvcb/": "admin",
        "http://purl.org/rss/1.0/modules/content/": "content",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
        "http://example.com/dtds/podcast-1.0.dtd": "itunes",
        "http://search.yahoo.com/mrss": "media",
        "http://search.yahoo.com/mrss/": "media",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
        "http://purl.org/rss/1.0/modules/slash/": "slash",
        "http://purl.org/syndication/thread/1.0": "thr",
        "http://wellformedweb.org/commentapi/": "wfw",
        "http://www.w3.org/1999/xhtml": "xhtml",
        "http://www.w3.org/1999/xlink": "xlink",
        "http://www.w3.org/xml/1998/namespace": "xml",
        // Not modules of feeds: what is in them never means a feed's element of the same name.
        "http://www.w3.org/2000/svg": "svg",
        "http://www.w3.org/1998/math/mathml": "math",
    ]
}
