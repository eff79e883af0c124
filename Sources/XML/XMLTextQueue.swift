/// Texts on their way past libxml2, in the order of the document. In what libxml2 is given, `<?t?>` stands for each.
///
/// A text is whole and decoded when the tags around it are found; libxml2 would only copy it, in small pieces.
struct XMLTextQueue {
    /// What stands for a text. No other instruction ever reaches libxml2.
    static let mark: StaticString = "<?t?>"

    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var taken = 0
    /// Where the text begins that is being appended.
    private var start = 0

    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        bytes.append(source, range)
    }

    mutating func append(codePoint: UInt32) {
        bytes.append(codePoint: codePoint)
    }

    /// Ends the text that was appended and marks its place in `output`, unless it is empty.
    mutating func endText(in output: inout XMLOutput) {
        guard bytes.count > start else { return }
        start = bytes.count
        ends.append(start)
        output.append(Self.mark)
    }

    /// Where the next text stands in `bytes`; empty where there is none.
    mutating func next() -> Range<Int> {
        guard taken < ends.count else { return 0..<0 }
        let begin = taken > 0 ? ends[taken - 1] : 0
        taken += 1
        return begin..<ends[taken - 1]
    }

    /// Takes over what `other` holds and leaves it empty.
    mutating func append(from other: inout XMLTextQueue) {
        if taken == ends.count {
            removeAll()
            swap(&self, &other)
            return
        }
        let offset = bytes.count
        bytes.append(contentsOf: other.bytes)
        ends.append(contentsOf: other.ends.map { $0 + offset })
        start = bytes.count
        other.removeAll()
    }

    private mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        (taken, start) = (0, 0)
    }
}
