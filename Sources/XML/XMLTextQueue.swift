/// The texts of a document, on their way past libxml2: each is whole and decoded when the tags around it are found, and
/// libxml2 would only copy it, in small pieces. The number of tags before it is its place.
struct XMLTextQueue {
    private struct Text {
        var end: Int
        var tags: Int
    }

    private(set) var bytes: [UInt8] = []
    private var texts: [Text] = []
    private var taken = 0
    /// Where the text begins that is taken next.
    private var start = 0

    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        bytes.append(source, range)
    }

    mutating func append(codePoint: UInt32) {
        bytes.append(codePoint: codePoint)
    }

    /// Ends the text that was appended, unless it is empty.
    /// - Parameter tags: how many starts and ends of elements are before it.
    mutating func endText(behind tags: Int) {
        guard bytes.count > texts.last?.end ?? 0 else { return }
        texts.append(Text(end: bytes.count, tags: tags))
    }

    /// Where the next text stands in `bytes`; nil where none is left that has at most `tags` before it.
    mutating func next(behind tags: Int) -> Range<Int>? {
        guard taken < texts.count, texts[taken].tags <= tags else { return nil }
        let range = start..<texts[taken].end
        (taken, start) = (taken + 1, range.upperBound)
        return range
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
        (taken, start) = (0, 0)
    }
}
