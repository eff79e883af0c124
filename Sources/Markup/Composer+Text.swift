import Text

/// Text: its lines, links and escapes.
extension Composer {
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

    var isInCode: Bool { inlines.contains { $0.element == .code } }

    mutating func writeVerbatim() {
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

    mutating func writeRun() {
        var start = 0
        if !isInRun || needsBreak {
            while start < pending.count, Self.isSpace(pending[start]) || pending[start] == 0x0A { start += 1 }
            guard start < pending.count else { return }
        }
        write(start..<pending.count)
    }

    mutating func writeLines() {
        var index = 0
        let count = pending.count
        while index < count {
            if newlines > 0 || !isInRun || needsBreak {
                while index < count, Self.isSpace(pending[index]) { index += 1 }
            }
            let lineEnd = pending.withUnsafeBufferPointer { $0.firstIndex(ofAny: 0x0A, 0x0A, from: index) }
            var end = lineEnd
            if lineEnd < count {
                while end > index, Self.isSpace(pending[end - 1]) { end -= 1 }
            }
            if end > index { write(index..<end) }
            if lineEnd < count { newlines += 1 }
            index = lineEnd + 1
        }
    }

    mutating func write(_ range: Range<Int>) {
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

    mutating func writeText(_ range: Range<Int>, isDressed: Bool = true) {
        guard !range.isEmpty else { return }
        if let dressing, isDressed {
            dressing.append(pending[range], after: lastByte, to: &html)
        } else {
            html.appendEscaped(pending[range])
        }
        lastByte = pending[range.upperBound - 1]
        if mode.contains(.plainText) { plain.append(pending[range], isVerbatim: false) }
    }

    mutating func writeLink(_ match: AddressFinder.Match) {
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
}
