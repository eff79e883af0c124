/// Builds balanced HTML from tags and text in any order: blocks nest in blocks, inline elements stand inside them and never around
/// them, and what is left open is closed.
///
/// Nothing is written before it has content: start tags wait for it, so that empty elements vanish (`li` excepted) and an inline
/// element that a block interrupts goes on inside it, as HTML's formatting elements do. Nesting is at most `maximumDepth`; deeper
/// elements are left out and their content stays.
struct Composer {
    struct Mode: OptionSet {
        let rawValue: Int
        /// Blank lines part paragraphs, other newlines are breaks.
        static let paragraphs = Mode(rawValue: 1)
        /// Bare addresses become links.
        static let links = Mode(rawValue: 2)
        /// Text, links and attributes are wanted besides the HTML.
        static let plainText = Mode(rawValue: 4)
    }

    static let maximumDepth = 32
    /// How many bytes may be spent on writing start tags again after a block.
    static let maximumRepetition = 16_384

    struct Block {
        var element: Element
        var isImplied: Bool
        var attributes: Range<Int>
    }

    struct Inline {
        var element: Element
        /// The number of open blocks where it started.
        var level: Int
        /// Whether it ends with the block in which it started.
        var endsWithBlock: Bool
        var attributes: Range<Int>
        /// For `a`: its place among the anchors.
        var anchor: Int?
        var wasWritten = false
    }

    let mode: Mode
    let dressing: Dressing?
    /// Text that waits until it is known what follows.
    var pending: [UInt8]

    var html: [UInt8]
    var plain: PlainText
    var links: LinkList
    /// Attributes, written out, of elements that may have to be written more than once.
    var attributePool: [UInt8]

    var blocks: [Block]
    var writtenBlocks = 0
    var inlines: [Inline]
    var writtenInlines = 0
    var repetition = 0
    /// How many elements of a kind were left out and are still open, by `Element.rawValue`.
    var lifted = InlineArray<21, UInt16>(repeating: 0)

    /// Whether the last thing written is inline content.
    var isInRun = false
    var needsBreak = false
    /// Newlines of the body since the last content, where they mean something.
    var newlines = 0
    var followsBreak = false
    var startsParagraph = false
    var isFreshPre = false
    /// The byte before on the page, for the dressing; a space where a line starts.
    var lastByte: UInt8 = 0x20

    /// - Parameter room: with the body as its source, else empty.
    init(mode: Mode, style: BodyStyle, room: MarkupRoom) {
        self.mode = mode
        dressing = style.dressing
        links = LinkList(rel: style.rel, siteHost: style.siteHost)
        pending = room.pending
        html = room.html
        plain = PlainText(room.readable)
        attributePool = room.attributePool
        blocks = room.blocks
        inlines = room.inlines
        let size = room.source.count
        html.reserveCapacity(size + size / 4 + 64)
        if mode.contains(.plainText) { plain.reserve(size) }
    }

    /// Its buffers, to be used again.
    var room: MarkupRoom {
        var room = MarkupRoom()
        room.pending = pending
        room.html = html
        room.readable = plain.readable
        room.attributePool = attributePool
        room.blocks = blocks
        room.inlines = inlines
        return room
    }

    var isInPre: Bool { blocks.last?.element == .pre }

    // MARK: Inline elements

    mutating func startInline(
        _ element: Element,
        attributes: Range<Int> = 0..<0,
        anchor: Int? = nil,
        ofBlock: Bool = false
    ) {
        flush()
        isFreshPre = false
        if element == .a { endInline(.a) }
        guard inlines.count < Self.maximumDepth else {
            lifted[Int(element.rawValue)] &+= 1
            return
        }
        inlines.append(
            Inline(
                element: element,
                level: blocks.count,
                endsWithBlock: ofBlock || !element.isFormatting,
                attributes: attributes,
                anchor: anchor
            )
        )
    }

    mutating func endInline(_ element: Element) {
        flush()
        if lifted[Int(element.rawValue)] > 0 {
            lifted[Int(element.rawValue)] &-= 1
            return
        }
        guard let index = inlines.lastIndex(where: { $0.element == element }) else { return }
        closeInlines(to: index)
        finishAnchor(inlines.remove(at: index))
    }

    // MARK: Blocks

    mutating func startBlock(_ element: Element, attributes: Range<Int> = 0..<0) {
        flush()
        guard !isInPre, blocks.count < Self.maximumDepth else {
            lifted[Int(element.rawValue)] &+= 1
            edge()
            return
        }
        closeInlines()
        if blocks.last?.element == .p { popBlock() }
        if element == .heading, blocks.last?.element == .heading { popBlock() }
        if element == .li {
            if let item = openItem { popBlocks(to: item) }
            if blocks.last?.element.isList != true { push(.ul, isImplied: true) }
        } else if let last = blocks.last, last.element.isList {
            if last.isImplied { popBlock() } else if !element.isList { push(.li, isImplied: true) }
        }
        edge()
        guard push(element, attributes: attributes) else { return }
        if element == .li { openBlocks() }
        isFreshPre = element == .pre
    }

    mutating func endBlock(_ element: Element) {
        flush()
        if lifted[Int(element.rawValue)] > 0 {
            lifted[Int(element.rawValue)] &-= 1
            edge()
            return
        }
        let index: Int? =
            switch element {
            case .p: blocks.last?.element == .p ? blocks.count - 1 : nil
            case .li: openItem
            default: blocks.lastIndex { $0.element == element }
            }
        if let index {
            closeInlines()
            popBlocks(to: index)
        }
        edge()
    }

    /// The edge of a block that is not written: what follows is apart from what came before.
    mutating func edge() {
        if newlines < 2 { newlines = 0 }
        if isInRun { needsBreak = true }
    }

    mutating func lineBreak() {
        flush()
        if let last = blocks.last, last.element.isList, !last.isImplied { return }
        if newlines < 2 { newlines = 0 }
        isFreshPre = false
        beginContent()
        html.append("<br/>")
        lastByte = 0x20
        plain.addBreak()
        followsBreak = mode.contains(.paragraphs)
    }
}
