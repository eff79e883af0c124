import Text

/// A text that may be plain, escaped HTML, markup in place or base64 (RFC 4287 section 3.1), while it is read.
struct TextConstruct {
    let field: FeedField
    /// `text/plain`, `text/html`, `application/xhtml+xml` or another media type.
    private(set) var type: String
    private(set) var isXHTML: Bool
    let isBase64: Bool
    /// Where its text begins in the reader's buffer.
    let start: Int
    // For Atom 1.0, whose single div around XHTML is not part of it.
    private var topElements = 0
    private var isSingleDiv = false
    private var contentStart = 0
    private var contentEnd = 0

    init(field: FeedField, type: String, mode: String?, start: Int) {
        self.field = field
        self.type = Self.mediaType(type)
        isXHTML = self.type == "application/xhtml+xml"
        self.start = start
        let isText =
            self.type.hasPrefix("text/") || self.type.hasSuffix("+xml") || self.type.hasSuffix("/xml")
        isBase64 = mode == "base64" || !isText
    }

    private static func mediaType(_ type: String) -> String {
        switch type.asciiLowercased {
        case "text", "plain", "": "text/plain"
        case "html": "text/html"
        case "xhtml": "application/xhtml+xml"
        case let type: type
        }
    }

    var isXML: Bool { type.hasSuffix("xml") }
    var isMarkup: Bool { isXHTML || type == "text/html" }

    /// Notes that an element stands in it, whatever its type says.
    /// - Returns: whether the element is part of the text; a div around escaped HTML isn't.
    mutating func begin(_ element: String, depth: Int) -> Bool {
        if !isXML {
            if element == "div" { return false }
            type = "application/xhtml+xml"
            isXHTML = true
        }
        if depth == 0 {
            topElements += 1
            isSingleDiv = topElements == 1 && element == "div"
        }
        return true
    }

    mutating func began(depth: Int, at position: Int) {
        if depth == 0 { contentStart = position }
    }

    mutating func ends(depth: Int, at position: Int) {
        if depth == 0 { contentEnd = position }
    }

    /// The part of `text` within the single div around it; all of it where there is none or something beside it.
    func withoutDiv(_ text: [UInt8]) -> ArraySlice<UInt8> {
        guard isSingleDiv, topElements == 1, contentStart >= start, contentEnd >= contentStart else {
            return text[start...]
        }
        let before = text[start..<contentStart]
        guard let tag = before.firstIndex(where: { $0 > 0x20 }), before[tag...].starts(with: "<div".utf8) else {
            return text[start...]
        }
        let end = contentEnd + "</div>".utf8.count
        guard end <= text.count, text[end...].allSatisfy({ $0 <= 0x20 }) else { return text[start...] }
        return text[contentStart..<contentEnd]
    }
}
