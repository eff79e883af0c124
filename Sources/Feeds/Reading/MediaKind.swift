import Text

/// How the text of an element is written, as its type says (RFC 4287 sections 3.1.1 and 4.1.3).
enum MediaKind {
    case plain
    case html
    case xhtml
    /// Another kind of XML, with markup in place.
    case xml
    /// Another kind of text.
    case text
    /// Anything else, which comes in base64.
    case binary

    init(_ type: String) {
        let type = type.asciiLowercased
        switch type {
        case "text", "plain", "", "text/plain": self = .plain
        case "html", "text/html": self = .html
        case "xhtml", "application/xhtml+xml": self = .xhtml
        case _ where type.hasSuffix("+xml") || type.hasSuffix("/xml"): self = .xml
        case _ where type.hasPrefix("text/"): self = .text
        default: self = .binary
        }
    }

    var isXML: Bool { self == .xhtml || self == .xml }
}
