/// A text that may be plain, escaped HTML, markup in place or base64 (RFC 4287 section 3.1), while it is read.
struct TextConstruct {
    let field: FeedField
    private(set) var kind: MediaKind
    let isBase64: Bool
    /// Where its text begins in the reader's buffer.
    let start: Int
    // For Atom 1.0, whose single div around XHTML is not part of it.
    private var topElements = 0
    private var isSingleDiv = false
    private var contentStart = 0
    private var contentEnd = 0

    init(field: FeedField, kind: MediaKind, mode: String?, start: Int) {
        self.field = field
        self.kind = kind
        self.start = start
        isBase64 = mode == "base64" || kind == .binary
    }

    /// Notes that an element stands in it, whatever its type says.
    /// - Parameter depth: how many elements of it are open around the element.
    /// - Returns: whether the element is part of the text; a div around escaped HTML isn't.
    mutating func begin(_ element: String, depth: Int) -> Bool {
        if !kind.isXML {
            if element == "div" { return false }
            kind = .xhtml
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
    func withoutDiv(_ text: [UInt8]) -> Range<Int> {
        let whole = start..<text.count
        guard isSingleDiv, topElements == 1, contentStart >= start, contentEnd >= contentStart else { return whole }
        let before = text[start..<contentStart]
        guard let tag = before.firstIndex(where: { $0 > 0x20 }), before[tag...].starts(with: "<div".utf8) else {
            return whole
        }
        let end = contentEnd + "</div>".utf8.count
        guard end <= text.count, text[end...].allSatisfy({ $0 <= 0x20 }) else { return whole }
        return contentStart..<contentEnd
    }
}
