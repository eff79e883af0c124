import Text

/// A list of words as WordPress's `moderation_keys` and `disallowed_keys` are: one entry a line, found anywhere, ignoring case.
///
/// Entries are trimmed; empty lines and `0` are ignored, and so are lines that start with `# `. They are in NFC, as
/// comments are.
public struct WordList: Sendable {
    public struct Entry: Sendable, Hashable {
        public let text: String
        /// Counted from 1.
        public let line: Int
    }

    public let entries: [Entry]

    public init(_ text: String) {
        var entries: [Entry] = []
        var line = 0
        for part in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            if part.starts(with: "# ".utf8) { continue }
            let kept = Substring(part).utf8.drop { $0.isTrimmedFromWords }
            guard let last = kept.lastIndex(where: { !$0.isTrimmedFromWords }) else { continue }
            let entry = String(Substring(kept[...last])).nfc
            if entry != "0" { entries.append(Entry(text: entry, line: line)) }
        }
        self.entries = entries
    }

    /// Bytes that are not UTF-8 are read as U+FFFD.
    public init(bytes: [UInt8]) {
        self.init(String(decoding: bytes.dropFirst(ByteOrderMark.length(in: bytes)), as: UTF8.self))
    }
}

extension UInt8 {
    /// What PHP's `trim()` removes: space, tab, line feed, carriage return, NUL, vertical tab.
    fileprivate var isTrimmedFromWords: Bool {
        self == 0x20 || self == 0 || (self >= 0x09 && self <= 0x0D && self != 0x0C)
    }
}

/// A word list's entries in a collection, one pattern each.
public struct CollectedWords: Sendable {
    public let list: WordList
    private let first: Int

    /// Adds each entry as a literal that looks at `field`.
    public init(_ list: WordList, into collector: inout PatternCollector, field: Int) {
        self.init(list, first: collector.count)
        for entry in list.entries { _ = collector.add(.literal(entry.text), field: field) }
    }

    /// - Parameter first: how many patterns were added before the list's.
    public init(_ list: WordList, first: Int) {
        self.list = list
        self.first = first
    }

    /// Which of the list's entries hit: their places in it, in order.
    public func places(in hits: PatternHits) -> [Int] {
        hits.matched(of: first..<first + list.entries.count).map { $0.index - first }
    }
}
