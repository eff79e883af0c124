import Text
import XML

/// Texts that may hold markup.
extension FeedParser {
    mutating func startConstruct(_ field: FeedField, _ element: XMLElement, _ kind: MediaKind) {
        var field = field
        var kind = kind
        let isSummary = field == .description || field == .summary || field == .abstract
        if isSummary, stack.scope == .entry, draft.entry.texts.has(.summary), !draft.hasContent {
            // A second description is the whole text.
            if field != .abstract { kind = .plain }
            field = .content
        }
        if field == .content || field == .encodedContent { draft.hasContent = true }
        let attributes = element.attributes
        construct = TextConstruct(
            field: field,
            kind: attributes.isEmpty ? kind : element.attribute("type").map(MediaKind.init) ?? kind,
            mode: attributes.isEmpty ? nil : element.attribute("mode"),
            start: text.count
        )
        constructDepth = stack.depth
    }

    mutating func startMarkup(_ element: XMLElement) {
        let name = element.name.lowercasedLocal
        let depth = stack.depth - 1 - constructDepth
        guard construct?.begin(name, depth: depth) == true else { return }
        text.append(UInt8(ascii: "<"))
        let start = text.count
        text.append(contentsOf: name.utf8)
        stack.top.markup = start..<text.count
        if name == "svg" || name == "math", let namespace = element.name.namespace {
            text.append(attribute: "xmlns", namespace)
        }
        let hasBase = !stack.base.address.isEmpty
        for attribute in element.attributes {
            let module = attribute.name.prefix == nil ? "" : FeedVocabulary.module(of: attribute.name)
            let local = attribute.name.lowercasedLocal
            let isAddress =
                hasBase && module.isEmpty && AddressAttribute.contains(local, of: name)
            let value = isAddress ? stack.base.resolveSafely(attribute.value.trimmed) : attribute.value
            text.append(attribute: module.isEmpty ? local : module + ":" + local, value)
        }
        stack.top.isVoid = XHTMLText.isVoid(name)
        text.append(stack.top.isVoid ? " />" : ">")
        construct?.began(depth: depth, at: text.count)
    }

    mutating func endMarkup() {
        let markup = stack.top.markup
        guard !markup.isEmpty else { return }
        construct?.ends(depth: stack.depth - 1 - constructDepth, at: text.count)
        guard !stack.top.isVoid else { return }
        text.append("</")
        for index in markup { text.append(text[index]) }
        text.append(UInt8(ascii: ">"))
    }

    mutating func endConstruct(_ construct: TextConstruct) {
        self.construct = nil
        let isWrapped = dialect == .atom10 && construct.kind == .xhtml
        let range = text.trimmingSpaces(isWrapped ? construct.withoutDiv(text) : construct.start..<text.count)
        let decoded = construct.isBase64 ? Base64.decode(text[range]).flatMap(Self.checkedUTF8) : nil
        if let decoded {
            storeMarkup(construct, decoded, 0..<decoded.count)
        } else {
            storeMarkup(construct, text, range)
        }
    }

    /// Stores the text in `bytes` at `range`, with its addresses resolved.
    private mutating func storeMarkup(_ construct: TextConstruct, _ bytes: [UInt8], _ range: Range<Int>) {
        guard resolvesAddresses(of: construct, bytes[range]) else { return store(construct.field, bytes, range) }
        store(construct.field, AddressedMarkup.resolved(Array(bytes[range]), base: stack.base))
    }

    private static func checkedUTF8(_ bytes: [UInt8]) -> [UInt8]? {
        String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }

    /// Whether addresses are to be looked for in it. Markup in place has had its own resolved.
    private func resolvesAddresses(of construct: TextConstruct, _ text: ArraySlice<UInt8>) -> Bool {
        guard construct.kind != .xhtml, !stack.base.address.isEmpty else { return false }
        return construct.kind == .html
            || construct.kind == .plain && dialect == .other && XHTMLText.looksLikeHTML(text)
    }
}
