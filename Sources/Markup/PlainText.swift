import Text

/// Gathers the text of a body while its HTML is written.
struct PlainText {
    private(set) var readable: [UInt8]
    /// Addresses to add in parentheses, and where.
    private var additions: [(offset: Int, address: [UInt8])] = []
    private var pendingNewlines = 0

    /// - Parameter buffer: an empty one.
    init(_ buffer: [UInt8]) { readable = buffer }

    mutating func reserve(_ count: Int) { readable.reserveCapacity(count) }

    /// Text as it is laid out: a run of white space is one space, unless `isVerbatim`.
    mutating func append(_ text: ArraySlice<UInt8>, isVerbatim: Bool) {
        var text = text
        if pendingNewlines > 0 {
            if !isVerbatim { text = text.drop(while: Self.isSpace) }
            guard !text.isEmpty else { return }
            breakLine()
        }
        guard !isVerbatim else {
            readable.append(contentsOf: text)
            return
        }
        let follows = readable.last.map(Self.isSpace) ?? true
        text.withUnsafeBufferPointer { layOut($0, afterSpace: follows) }
    }

    private mutating func layOut(_ text: UnsafeBufferPointer<UInt8>, afterSpace: Bool) {
        var start = 0
        var index = Self.tidyPrefix(of: text, afterSpace: afterSpace)
        var follows = index == 0 ? afterSpace : Self.isSpace(text[index - 1])
        while index < text.count {
            let isSpace = Self.isSpace(text[index])
            if isSpace, follows || text[index] != 0x20 {
                readable.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                if !follows { readable.append(0x20) }
                start = index + 1
            }
            follows = isSpace
            index += 1
        }
        readable.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// How many bytes of the text's beginning surely have no white space but single spaces; eight are looked at together.
    private static func tidyPrefix(of text: UnsafeBufferPointer<UInt8>, afterSpace: Bool) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var index = 0
        var carried: UInt64 = afterSpace ? 0x80 : 0
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let spaces = word.marks(of: 0x20)
            let lineSpaces = word.firstMark(of: 0x0A) | word.firstMark(of: 0x09)
            if lineSpaces | (spaces & (spaces << 8 | carried)) != 0 { break }
            carried = spaces >> 56
            index += 8
        }
        return index
    }

    /// What follows is `newlines` line ends away, at least.
    mutating func separate(by newlines: Int) { pendingNewlines = max(pendingNewlines, newlines) }

    /// A line break; unlike separations they add up.
    mutating func addBreak() { pendingNewlines = min(pendingNewlines + 1, 8) }

    /// Where the text that comes next will start.
    mutating func mark() -> Int {
        if pendingNewlines > 0 { breakLine() }
        return readable.count
    }

    /// Where the text since a mark stands, without white space at its ends.
    func range(since mark: Int) -> Range<Int> {
        var end = readable.count
        var start = min(mark, end)
        while start < end, Self.isSpace(readable[start]) { start += 1 }
        while end > start, Self.isSpace(readable[end - 1]) { end -= 1 }
        return start..<end
    }

    mutating func add(address: [UInt8]) {
        var offset = readable.count
        while offset > 0, Self.isSpace(readable[offset - 1]) { offset -= 1 }
        additions.append((offset, address))
    }

    /// The text with the addresses added.
    func withAddresses() -> [UInt8]? {
        guard !additions.isEmpty else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(readable.count + additions.reduce(0) { $0 + $1.address.count + 3 })
        var start = 0
        for (offset, address) in additions {
            text.append(contentsOf: readable[start..<offset])
            text.append(" (")
            text.append(contentsOf: address)
            text.append(UInt8(ascii: ")"))
            start = offset
        }
        text.append(contentsOf: readable[start...])
        return text
    }

    /// Takes white space from the end, when all is written.
    mutating func finish() {
        while let last = readable.last, Self.isSpace(last) { readable.removeLast() }
    }

    private mutating func breakLine() {
        while let last = readable.last, Self.isSpace(last) { readable.removeLast() }
        if !readable.isEmpty { readable.append(contentsOf: repeatElement(0x0A, count: pendingNewlines)) }
        pendingNewlines = 0
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
