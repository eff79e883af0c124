/// Python's `\b` and `\W` over UTF-8.
enum WordBoundary {
    /// Whether neither end of `range` lies inside a word.
    @inline(__always)
    static func surrounds(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        !splitsWord(at: range.lowerBound, of: text) && !splitsWord(at: range.upperBound, of: text)
    }

    @inline(__always)
    private static func splitsWord(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let before = UTF8Decoder.before(place, in: text), before.isWord,
            let after = UTF8Decoder.after(place, in: text)
        else { return false }
        return after.isWord
    }

    /// From the first word character to the end of the last; empty where there is none.
    static func words(of text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = 0
        while let scalar = UTF8Decoder.after(start, in: text), !scalar.isWord {
            start += UTF8Decoder.decode(text, at: start).width
        }
        var end = text.count
        while end > start, let scalar = UTF8Decoder.before(end, in: text), !scalar.isWord {
            repeat { end -= 1 } while end > 0 && text[end] & 0xC0 == 0x80
        }
        return start < end ? start..<end : 0..<0
    }
}
