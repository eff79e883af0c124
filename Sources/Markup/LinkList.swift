/// The links of a body, and how they are written.
struct LinkList {
    private struct Anchor {
        var href: [UInt8]
        var hasRel: Bool
        /// Where its text stands in the readable text; nil until some is written.
        var shown: Range<Int>?
        var isAnchor = true
    }

    private let rel: [UInt8]
    private let siteHost: [UInt8]?
    private var anchors: [Anchor] = []
    /// The ones that have text, in order.
    private var order: [Int] = []

    init(rel: [UInt8], siteHost: [UInt8]?) {
        self.rel = rel
        self.siteHost = siteHost
    }

    /// Whether an address leads away from the site.
    func isForeign(_ address: [UInt8]) -> Bool {
        guard let siteHost, let host = Address.host(of: address) else { return true }
        return !host.elementsEqual(siteHost)
    }

    func appendAttributes(href: [UInt8], title: [UInt8]?, hasRel: Bool, to html: inout [UInt8]) {
        html.appendAttribute("href", href)
        if let title { html.appendAttribute("title", title) }
        if hasRel, !rel.isEmpty { html.appendAttribute("rel", rel) }
    }

    /// Notes an anchor the author wrote; it counts once it has text.
    /// - Returns: its place.
    mutating func add(anchor href: [UInt8], hasRel: Bool) -> Int {
        anchors.append(Anchor(href: href, hasRel: hasRel))
        return anchors.count - 1
    }

    mutating func begin(_ index: Int, at mark: Int) {
        anchors[index].shown = mark..<mark
        order.append(index)
    }

    mutating func end(_ index: Int, in text: inout PlainText) {
        guard let start = anchors[index].shown?.lowerBound else { return }
        let shown = text.range(since: start)
        anchors[index].shown = shown
        if !Self.says(text.readable[shown], anchors[index].href) { text.add(address: anchors[index].href) }
    }

    /// Adds an address that was made clickable.
    mutating func add(address: [UInt8], shown: Range<Int>, hasRel: Bool) {
        order.append(anchors.count)
        anchors.append(Anchor(href: address, hasRel: hasRel, shown: shown, isAnchor: false))
    }

    /// The links, their texts taken from the readable text.
    func links(in readable: [UInt8]) -> [Link] {
        order.map { index in
            let anchor = anchors[index]
            let shown = anchor.shown ?? 0..<0
            return Link(
                href: String(decoding: anchor.href, as: UTF8.self),
                text: String(decoding: readable[shown.clamped(to: readable.indices)], as: UTF8.self),
                hasRel: anchor.hasRel,
                isAnchor: anchor.isAnchor
            )
        }
    }

    /// Whether a link's text is its address, if need be without scheme or the slash at the end.
    private static func says(_ text: ArraySlice<UInt8>, _ address: [UInt8]) -> Bool {
        func bare(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            var bytes = bytes
            for scheme in ["https://", "http://", "mailto:"] where bytes.starts(with: scheme.utf8) {
                bytes = bytes.dropFirst(scheme.utf8.count)
            }
            return bytes.last == UInt8(ascii: "/") ? bytes.dropLast() : bytes
        }
        return bare(text).elementsEqual(bare(address[...]))
    }
}
