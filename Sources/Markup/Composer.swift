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
    var pending: [UInt8] = []

    var html: [UInt8] = []
    var plain = PlainText()
    var links = LinkList()
    /// Attributes, written out, of elements that may have to be written more than once.
    var attributePool: [UInt8] = []

    var blocks: [Block] = []
    private var writtenBlocks = 0
    var inlines: [Inline] = []
    private var writtenInlines = 0
    private var repetition = 0
    private var lifted = [UInt16](repeating: 0, count: Element.count)

    /// Whether the last thing written is inline content.
    private var isInRun = false
    private var needsBreak = false
    /// Newlines of the body since the last content, where they mean something.
    private var newlines = 0
    private var followsBreak = false
    private var startsParagraph = false
    private var isFreshPre = false
    /// The byte before on the page, for the dressing; a space where a line starts.
    private var lastByte: UInt8 = 0x20

    init(mode: Mode, dressing: Dressing?, capacity: Int) {
        self.mode = mode
        self.dressing = dressing
        html.reserveCapacity(capacity + capacity / 4 + 64)
        if mode.contains(.plainText) { plain.reserve(capacity) }
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

    // MARK: Text

    /// Writes the text that waits.
    mutating func flush() {
        guard !pending.isEmpty else { return }
        if isInPre || isInCode {
            writeVerbatim()
        } else if mode.contains(.paragraphs) {
            writeLines()
        } else {
            writeRun()
        }
        pending.removeAll(keepingCapacity: true)
    }

    mutating func finish() {
        flush()
        closeInlines()
        popBlocks(to: 0)
        for inline in inlines { finishAnchor(inline) }
        plain.finish()
    }

    private var isInCode: Bool { inlines.contains { $0.element == .code } }

    private mutating func writeVerbatim() {
        var text = pending[...]
        if isInPre, text.first == 0x0A {
            if isFreshPre, text.dropFirst().first != 0x0A {
                text.removeFirst()
                guard !text.isEmpty else { return }
            }
            beginContent()
            // HTML's readers leave out one newline at the start of a pre.
            if text.first == 0x0A, !isFreshPre, html.ends(in: "<pre>") { html.append(0x0A) }
        } else {
            beginContent()
        }
        isFreshPre = false
        html.appendEscaped(text)
        lastByte = text[text.endIndex - 1]
        if mode.contains(.plainText) { plain.append(text, isVerbatim: isInPre) }
    }

    private mutating func writeRun() {
        var start = 0
        if !isInRun || needsBreak {
            while start < pending.count, Self.isSpace(pending[start]) || pending[start] == 0x0A { start += 1 }
            guard start < pending.count else { return }
        }
        write(start..<pending.count)
    }

    private mutating func writeLines() {
        var index = 0
        let count = pending.count
        while index < count {
            if newlines > 0 || !isInRun || needsBreak {
                while index < count, Self.isSpace(pending[index]) { index += 1 }
            }
            var lineEnd = index
            while lineEnd < count, pending[lineEnd] != 0x0A { lineEnd += 1 }
            var end = lineEnd
            if lineEnd < count {
                while end > index, Self.isSpace(pending[end - 1]) { end -= 1 }
            }
            if end > index { write(index..<end) }
            if lineEnd < count { newlines += 1 }
            index = lineEnd + 1
        }
    }

    private mutating func write(_ range: Range<Int>) {
        beginContent()
        var start = range.lowerBound
        let makesLinks = mode.contains(.links) && !inlines.contains { $0.element == .a }
        if makesLinks || dressing != nil {
            while let match = AddressFinder.next(in: pending, within: start..<range.upperBound, fresh: range.lowerBound)
            {
                writeText(start..<match.range.lowerBound)
                if makesLinks { writeLink(match) } else { writeText(match.range, isDressed: false) }
                start = match.range.upperBound
            }
        }
        writeText(start..<range.upperBound)
    }

    private mutating func writeText(_ range: Range<Int>, isDressed: Bool = true) {
        guard !range.isEmpty else { return }
        if let dressing, isDressed {
            dressing.append(pending[range], after: lastByte, to: &html)
        } else {
            html.appendEscaped(pending[range])
        }
        lastByte = pending[range.upperBound - 1]
        if mode.contains(.plainText) { plain.append(pending[range], isVerbatim: false) }
    }

    private mutating func writeLink(_ match: AddressFinder.Match) {
        let shown = pending[match.range]
        guard
            let (address, _) = Address.checked(match.lacksScheme ? Array("https://".utf8) + shown : Array(shown))
        else {
            writeText(match.range, isDressed: false)
            return
        }
        let hasRel = links.isForeign(address)
        html.append("<a")
        links.appendAttributes(href: address, title: nil, hasRel: hasRel, to: &html)
        html.append(">")
        html.appendEscaped(shown)
        html.append("</a>")
        lastByte = pending[match.range.upperBound - 1]
        if mode.contains(.plainText) {
            let start = plain.mark()
            plain.append(shown, isVerbatim: false)
            links.add(address: address, shown: plain.range(since: start), hasRel: hasRel)
        }
    }

    // MARK: Order

    /// Makes the place right for inline content: paragraphs, breaks and the start tags that wait.
    private mutating func beginContent() {
        if newlines >= 2 {
            endParagraph()
        } else if newlines == 1, !followsBreak, isInRun {
            needsBreak = true
        }
        newlines = 0
        followsBreak = false
        enterParagraph()
        if writtenBlocks < blocks.count {
            openBlocks()
        } else if needsBreak, isInRun {
            html.append(isInPre ? "\n" : "<br/>")
            lastByte = 0x20
            plain.addBreak()
        }
        needsBreak = false
        openInlines()
        isInRun = true
    }

    private mutating func endParagraph() {
        closeInlines()
        if blocks.last?.element == .p {
            popBlock()
        } else if isInRun {
            startsParagraph = true
            needsBreak = true
        }
    }

    /// Opens the block that text needs here, if it needs one.
    private mutating func enterParagraph() {
        switch blocks.last?.element {
        case .p, .pre: return
        case .ul, .ol:
            closeInlines()
            if blocks[blocks.count - 1].isImplied {
                popBlock()
                enterParagraph()
            } else {
                push(.li, isImplied: true)
            }
        case .division, .heading: push(.p, isImplied: true)
        case nil, .blockquote:
            if mode.contains(.paragraphs) { push(.p, isImplied: true) }
        default:
            if startsParagraph { push(.p, isImplied: true) }
        }
        startsParagraph = false
    }

    @discardableResult
    private mutating func push(_ element: Element, isImplied: Bool = false, attributes: Range<Int> = 0..<0) -> Bool {
        guard blocks.count < Self.maximumDepth else { return false }
        closeInlines()
        blocks.append(Block(element: element, isImplied: isImplied, attributes: attributes))
        return true
    }

    private mutating func openBlocks() {
        for block in blocks[writtenBlocks...] where block.element.isWritten {
            html.append(block.element.opening)
            html.append(contentsOf: attributePool[block.attributes])
            html.append(">")
            passEdge(of: block.element)
        }
        writtenBlocks = blocks.count
    }

    private mutating func popBlocks(to index: Int) {
        while blocks.count > index { popBlock() }
    }

    private mutating func popBlock() {
        closeInlines()
        let block = blocks.removeLast()
        if blocks.count < writtenBlocks {
            writtenBlocks = blocks.count
            if block.element.isWritten {
                html.append(block.element.closing)
                passEdge(of: block.element)
            }
        }
        inlines.removeAll { $0.endsWithBlock && $0.level > blocks.count }
    }

    private mutating func passEdge(of element: Element) {
        isInRun = false
        lastByte = 0x20
        needsBreak = false
        startsParagraph = false
        newlines = 0
        followsBreak = false
        let isTight = element == .li || element.isList && blocks.count > 1
        plain.separate(by: isTight ? 1 : 2)
    }

    /// The list item that a new item or `</li>` ends.
    private var openItem: Int? {
        for index in blocks.indices.reversed() {
            switch blocks[index].element {
            case .li: return index
            case .p, .division, .heading: continue
            default: return nil
            }
        }
        return nil
    }

    private mutating func openInlines() {
        while writtenInlines < inlines.count, blocks.count + writtenInlines < Self.maximumDepth {
            let inline = inlines[writtenInlines]
            if inline.wasWritten {
                repetition += 8 + inline.attributes.count
                if repetition > Self.maximumRepetition {
                    finishAnchor(inlines.remove(at: writtenInlines))
                    continue
                }
            }
            html.append(inline.element.opening)
            html.append(contentsOf: attributePool[inline.attributes])
            html.append(">")
            if let anchor = inline.anchor, !inline.wasWritten, mode.contains(.plainText) {
                links.begin(anchor, at: plain.mark())
            }
            inlines[writtenInlines].wasWritten = true
            writtenInlines += 1
        }
    }

    private mutating func closeInlines(to index: Int = 0) {
        while writtenInlines > index {
            writtenInlines -= 1
            html.append(inlines[writtenInlines].element.closing)
        }
    }

    private mutating func finishAnchor(_ inline: Inline) {
        guard let anchor = inline.anchor, inline.wasWritten, mode.contains(.plainText) else { return }
        links.end(anchor, in: &plain)
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
