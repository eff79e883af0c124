import Text

/// Reads the source of one body and hands tags and decoded text to a composer.
struct BodyReader {
    private var scanner: TagScanner
    private var composer: Composer
    private let origin: [UInt8]?
    private let isMarkup: Bool
    private var attributes: [String] = []

    private var bytes: [UInt8] { scanner.bytes }

    /// - Parameters:
    ///   - room: with the body as its source.
    ///   - isMarkup: whether tags and references have a meaning in it.
    init(_ room: consuming MarkupRoom, isMarkup: Bool, mode: Composer.Mode, style: BodyStyle) {
        self.isMarkup = isMarkup
        scanner = TagScanner(room.source)
        composer = Composer(mode: mode, style: style, room: room)
        origin = style.siteOrigin
    }

    mutating func read() {
        if isMarkup { read(until: UInt8(ascii: "<"), UInt8(ascii: "&")) } else { read(until: 0x00, 0x00) }
        composer.finish()
    }

    /// What it was made with, to be used again.
    var room: MarkupRoom {
        var room = composer.room
        room.source = bytes
        return room
    }

    var html: String { String(decoding: composer.html, as: UTF8.self) }

    var body: RenderedBody {
        let readable = String(decoding: composer.plain.readable, as: UTF8.self)
        return RenderedBody(
            html: html,
            text: composer.plain.withAddresses().map { String(decoding: $0, as: UTF8.self) } ?? readable,
            readable: readable,
            links: composer.links.links(in: composer.plain.readable),
            attributes: attributes
        )
    }

    // MARK: Text

    /// - Parameters:
    ///   - less: the byte that may start a tag.
    ///   - ampersand: the byte that may start a character reference.
    private mutating func read(until less: UInt8, _ ampersand: UInt8) {
        let bytes = bytes
        let count = bytes.count
        var index = 0
        var start = 0
        while true {
            index = PlainCharacters.endOfRun(in: bytes, from: index)
            guard index < count else { break }
            let byte = bytes[index]
            guard byte == less || byte == ampersand || PlainCharacters.isSpecial(byte) else {
                repeat {
                    index += 1
                } while index < count && bytes[index] >= 0x80 && !PlainCharacters.isSpecial(bytes[index])
                continue
            }
            if start < index { composer.pending.append(contentsOf: bytes[start..<index]) }
            start = index
            if byte == less, less != 0 {
                if let end = tagOrDeclaration(at: index) {
                    start = end
                    index = end
                } else {
                    index += 1
                }
            } else if byte == ampersand, ampersand != 0 {
                if let end = CharacterReference.append(bytes, at: index, before: count, to: &composer.pending) {
                    start = end
                    index = end
                } else {
                    index += 1
                }
            } else {
                index = PlainCharacters.appendSpecial(bytes, at: index, before: count, to: &composer.pending)
                start = index
            }
        }
        if start < count { composer.pending.append(contentsOf: bytes[start..<count]) }
    }

    // MARK: Tags

    /// Where what starts at the `<` at `start` ends, or nil where it is text.
    private mutating func tagOrDeclaration(at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return scanner.endOfDeclaration(at: start) }
        guard let tag = scanner.tag(at: start) else { return nil }
        if tag.role.hidesContent {
            guard !tag.isEnd, !(tag.isEmpty && tag.role == .hiddenTree) else { return tag.end }
            return scanner.endOfHidden(tag) ?? tag.end
        }
        if tag.isEnd { end(tag) } else { self.start(tag) }
        return tag.end
    }

    private mutating func start(_ tag: Tag) {
        switch tag.role {
        case .inline(.a): startAnchor(tag)
        case .inline(let element): composer.startInline(element, attributes: pooledAttributes(of: element, tag))
        case .block(.heading):
            composer.startBlock(.heading)
            composer.startInline(.strong, ofBlock: true)
        case .block(let element): composer.startBlock(element, attributes: pooledAttributes(of: element, tag))
        case .lineBreak: composer.lineBreak()
        case .edge: removeEdge()
        case .cell: removeCell()
        case .passedOver, .hiddenText, .hiddenTree, .program: break
        }
    }

    private mutating func end(_ tag: Tag) {
        switch tag.role {
        case .inline(let element): composer.endInline(element)
        case .block(let element): composer.endBlock(element)
        case .lineBreak: composer.lineBreak()
        case .edge: removeEdge()
        case .cell: removeCell()
        case .passedOver, .hiddenText, .hiddenTree, .program: break
        }
    }

    private mutating func removeEdge() {
        composer.flush()
        composer.edge()
    }

    private mutating func removeCell() {
        if composer.pending.last != 0x20 { composer.pending.append(0x20) }
    }

    // MARK: Attributes

    private mutating func startAnchor(_ tag: Tag) {
        guard let href = tag.href, let (address, scheme) = address(href) else {
            composer.endInline(.a)
            return
        }
        let title = tag.title.map { decoded($0) }
        let hasRel = scheme == .web && composer.links.isForeign(address)
        let pooled = composer.attributePool.count
        composer.links.appendAttributes(href: address, title: title, hasRel: hasRel, to: &composer.attributePool)
        keep(address)
        if let title { keep(title) }
        let anchor = composer.mode.contains(.plainText) ? composer.links.add(anchor: address, hasRel: hasRel) : nil
        composer.startInline(.a, attributes: pooled..<composer.attributePool.count, anchor: anchor)
    }

    private mutating func pooledAttributes(of element: Element, _ tag: Tag) -> Range<Int> {
        let start = composer.attributePool.count
        switch element {
        case .abbr:
            if let title = tag.title.map({ decoded($0) }) {
                composer.attributePool.appendAttribute("title", title)
                keep(title)
            }
        case .q, .blockquote:
            if let cite = tag.cite, let (address, scheme) = address(cite), scheme != .mail {
                composer.attributePool.appendAttribute("cite", address)
                keep(address)
            }
        case .del:
            if let value = tag.datetime.map({ decoded($0) }), !value.isEmpty, value.count <= 40,
                value.allSatisfy({ $0.isASCIIAlphanumeric || ":+-. ".utf8.contains($0) })
            {
                composer.attributePool.appendAttribute("datetime", value)
            }
        default: return 0..<0
        }
        return start..<composer.attributePool.count
    }

    /// An attribute's value as an address that may be written.
    private mutating func address(_ range: Range<Int>) -> (address: [UInt8], scheme: Address.Scheme)? {
        var value = decoded(range)
        value.removeAll { $0 == 0x0A || $0 == 0x09 }
        guard let (address, scheme) = Address.checked(value) else { return nil }
        guard scheme == .site, let origin else { return (address, scheme) }
        return (origin + address, .web)
    }

    private func decoded(_ range: Range<Int>) -> [UInt8] {
        var value: [UInt8] = []
        value.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "&"),
                let end = CharacterReference.append(bytes, at: index, before: range.upperBound, to: &value)
            {
                index = end
            } else if PlainCharacters.isSpecial(byte) {
                index = PlainCharacters.appendSpecial(bytes, at: index, before: range.upperBound, to: &value)
            } else {
                value.append(byte)
                index += 1
            }
        }
        return value
    }

    private mutating func keep(_ value: [UInt8]) {
        if composer.mode.contains(.plainText) { attributes.append(String(decoding: value, as: UTF8.self)) }
    }
}
