import Text

/// What is done to the look of text outside `pre`, `code` and addresses: typographic characters as WordPress's `wptexturize` makes
/// them, and emoji for smilies as its `convert_smilies` does.
///
/// One thing is better: a piece of text that follows a tag knows what stood before it, so that `"<b>x</b>"` closes.
struct Dressing: Sendable {
    let makesTypographic: Bool
    let makesEmoji: Bool

    /// Nil where nothing is to be done.
    init?(_ options: MarkupOptions) {
        guard options.typographicQuotes || options.smilies else { return nil }
        makesTypographic = options.typographicQuotes
        makesEmoji = options.smilies
    }

    /// Appends a piece of text, dressed and escaped.
    /// - Parameter previous: the byte before the piece on the page, a space where a line starts.
    func append(_ text: ArraySlice<UInt8>, after previous: UInt8, to html: inout [UInt8]) {
        let surroundings = Surroundings(text: text, previous: previous)
        var quotes = makesTypographic ? QuoteReading.quotes(in: surroundings)[...] : []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            var change: (replacement: StaticString, length: Int)?
            if let quote = quotes.first, quote.index == index {
                quotes.removeFirst()
                change = quote.replacement.map { ($0, quote.length) }
            } else if makesTypographic, let found = typographic(surroundings, at: index) {
                change = found
            } else if makesEmoji, let found = Smiley.found(in: surroundings, at: index) {
                change = found
            }
            guard let (replacement, length) = change else {
                index += 1
                continue
            }
            html.appendEscaped(text[start..<index])
            html.append(replacement)
            index += length
            start = index
        }
        html.appendEscaped(text[start...])
    }

    /// Ellipses, dashes, multiplication and trade mark signs.
    @inline(__always)
    private func typographic(_ text: Surroundings, at index: Int) -> (StaticString, Int)? {
        switch text.text[index] {
        case UInt8(ascii: "."): text.has("...", at: index) ? ("…", 3) : nil
        case UInt8(ascii: "-"): dash(text, at: index)
        case UInt8(ascii: "x"): isMultiplication(text, at: index) ? ("×", 1) : nil
        case UInt8(ascii: " "): text.has(" (tm)", at: index) ? (" ™", 5) : nil
        default: nil
        }
    }

    private func dash(_ text: Surroundings, at index: Int) -> (StaticString, Int)? {
        if text.has("---", at: index) { return ("—", 3) }
        if text.has("--", at: index) {
            if text.isSpaceBefore(index), text.isSpaceOrEnd(index + 2) { return ("—", 2) }
            return text.hasBefore("xn", index) ? nil : ("–", 2)
        }
        return text.isSpaceBefore(index) && text.isSpaceOrEnd(index + 1) ? ("–", 1) : nil
    }

    /// `9x9`, but never `0x9999`.
    private func isMultiplication(_ surroundings: Surroundings, at index: Int) -> Bool {
        let text = surroundings.text
        var end = index + 1
        while end < text.endIndex, text[end].isASCIIDigit { end += 1 }
        guard end > index + 1, end == text.endIndex || !isWord(text[end]) else { return false }
        var start = index
        while start > text.startIndex, isNumeric(text[start - 1]) { start -= 1 }
        for first in start..<index where text[first].isASCIIDigit {
            let before = first > text.startIndex ? text[first - 1] : surroundings.previous
            if !isWord(before), text[first] != UInt8(ascii: "0") || first + 1 < index { return true }
        }
        return false
    }

    private func isNumeric(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") }
}
