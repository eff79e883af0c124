/// The order of the output: what has to be opened or closed before something can stand where it is asked for.
extension Composer {
    /// Makes the place right for inline content: paragraphs, breaks and the start tags that wait.
    mutating func beginContent() {
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

    mutating func endParagraph() {
        closeInlines()
        if blocks.last?.element == .p {
            popBlock()
        } else if isInRun {
            startsParagraph = true
            needsBreak = true
        }
    }

    /// Opens the block that text needs here, if it needs one.
    mutating func enterParagraph() {
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
    mutating func push(_ element: Element, isImplied: Bool = false, attributes: Range<Int> = 0..<0) -> Bool {
        guard blocks.count < Self.maximumDepth else { return false }
        closeInlines()
        blocks.append(Block(element: element, isImplied: isImplied, attributes: attributes))
        return true
    }

    mutating func openBlocks() {
        for block in blocks[writtenBlocks...] where block.element.isWritten {
            html.append(block.element.opening)
            html.append(contentsOf: attributePool[block.attributes])
            html.append(">")
            passEdge(of: block.element)
        }
        writtenBlocks = blocks.count
    }

    mutating func popBlocks(to index: Int) {
        while blocks.count > index { popBlock() }
    }

    mutating func popBlock() {
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

    mutating func passEdge(of element: Element) {
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
    var openItem: Int? {
        for index in blocks.indices.reversed() {
            switch blocks[index].element {
            case .li: return index
            case .p, .division, .heading: continue
            default: return nil
            }
        }
        return nil
    }

    mutating func openInlines() {
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

    mutating func closeInlines(to index: Int = 0) {
        while writtenInlines > index {
            writtenInlines -= 1
            html.append(inlines[writtenInlines].element.closing)
        }
    }

    mutating func finishAnchor(_ inline: Inline) {
        guard let anchor = inline.anchor, inline.wasWritten, mode.contains(.plainText) else { return }
        links.end(anchor, in: &plain)
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
