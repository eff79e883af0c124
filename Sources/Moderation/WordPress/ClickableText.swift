import Text

/// WordPress's `make_clickable`: bare addresses become anchors, outside tags and `code`. The anchors name no target, for only their number is of
/// interest.
enum ClickableText {
    static func made(_ html: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count + html.count / 4)
        var codeDepth = 0
        var index = 0
        while index < html.count {
            let piece = nextPiece(in: html, from: index)
            if piece.isTag {
                if html.isOpeningCode(piece.range) {
                    codeDepth += 1
                } else if codeDepth > 0, html.isClosingCode(piece.range) {
                    codeDepth -= 1
                }
            }
            // A piece that begins as a tag without being one, such as a comment with a tag in it, is left alone.
            if codeDepth > 0 || html[piece.range.lowerBound] == UInt8(ascii: "<") {
                output += html[piece.range]
            } else {
                appendText(html[piece.range], to: &output)
            }
            index = piece.range.upperBound
        }
        return output
    }

    /// From `<` to `>` with neither between, or all text before the next such.
    private static func nextPiece(in html: [UInt8], from start: Int) -> (range: Range<Int>, isTag: Bool) {
        if let end = tagEnd(in: html, from: start) { return (start..<end, true) }
        var index = html.next(UInt8(ascii: "<"), from: start + 1)
        while index < html.count, tagEnd(in: html, from: index) == nil {
            index = html.next(UInt8(ascii: "<"), from: index + 1)
        }
        return (start..<index, false)
    }

    private static func tagEnd(in html: [UInt8], from start: Int) -> Int? {
        guard html[start] == UInt8(ascii: "<") else { return nil }
        let end = html.next(UInt8(ascii: "<"), UInt8(ascii: ">"), from: start + 1)
        guard end < html.count, html[end] == UInt8(ascii: ">"), end > start + 1 else { return nil }
        return end + 1
    }

    /// A long text is looked at in chunks that end at white space; a chunk that is too long itself is left alone.
    private static func appendText(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        guard text.count > 10_000 else {
            appendChunk(text, to: &output)
            return
        }
        for chunk in chunks(of: text) {
            if chunk.count > 2101 { output += chunk } else { appendChunk(chunk, to: &output) }
        }
    }

    private static func chunks(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let goal = 2100
        var chunks: [ArraySlice<UInt8>] = []
        var rest = text
        while rest.count > goal {
            let head = rest.prefix(goal + 1)
            guard
                let space = head.lastIndex(where: \.isPHPSpace)
                    ?? rest[head.endIndex...].firstIndex(where: \.isPHPSpace)
            else { break }
            chunks.append(rest[...space])
            rest = rest[(space + 1)...]
        }
        if !rest.isEmpty { chunks.append(rest) }
        return chunks
    }

    private static func appendChunk(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        guard text.withUnsafeBufferPointer(\.mayLink) else {
            output += text
            return
        }
        var padded: [UInt8] = []
        padded.reserveCapacity(text.count + 2)
        padded.append(0x20)
        padded += text
        padded.append(0x20)
        let linked = EmailLinks.made(HostLinks.made(SchemeLinks.made(padded)))
        output += linked[1..<linked.count - 1]
    }

    static func appendLink(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output += "<a href=\"\">".utf8
        output += text
        output += "</a>".utf8
    }
}

extension [UInt8] {
    /// `<code>` or `<pre>`, with attributes or without, in any case.
    fileprivate func isOpeningCode(_ tag: Range<Int>) -> Bool {
        isOpening("<code", tag) || isOpening("<pre", tag)
    }

    private func isOpening(_ name: StaticString, _ tag: Range<Int>) -> Bool {
        let end = tag.lowerBound + name.utf8CodeUnitCount
        return hasPrefix(name, in: tag) && end < tag.upperBound
            && (self[end] == UInt8(ascii: ">") || self[end].isPHPSpace)
    }

    fileprivate func isClosingCode(_ tag: Range<Int>) -> Bool {
        tag.count == 7 && hasPrefix("</code>", in: tag) || tag.count == 6 && hasPrefix("</pre>", in: tag)
    }

    private func hasPrefix(_ prefix: StaticString, in range: Range<Int>) -> Bool {
        range.count >= prefix.utf8CodeUnitCount
            && (0..<prefix.utf8CodeUnitCount).allSatisfy {
                self[range.lowerBound + $0].asciiLowercased == prefix.utf8Start[$0]
            }
    }
}
