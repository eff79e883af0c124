/// A document as it is mended: mostly runs of the source that are copied whole, now and then something else.
struct XMLOutput {
    private(set) var bytes: [UInt8] = []
    private var source: [UInt8] = []
    /// What of the source is kept but not yet copied.
    private var run = 0..<0

    /// Begins with the next piece of the document.
    mutating func begin(_ source: [UInt8]) { self.source = source }

    /// Ends with the piece.
    mutating func end() {
        flush()
        source = []
    }

    /// Keeps a part of the source as it stands.
    mutating func keep(_ range: Range<Int>) {
        if range.lowerBound != run.upperBound {
            flush()
            run = range
        } else {
            run = run.lowerBound..<range.upperBound
        }
    }

    mutating func append(_ literal: StaticString) {
        flush()
        bytes.append(literal)
    }

    mutating func append(_ byte: UInt8) {
        flush()
        bytes.append(byte)
    }

    mutating func append(_ other: [UInt8], _ range: Range<Int>) {
        flush()
        bytes.append(other, range)
    }

    /// Appends a character of a quoted value, as a reference where XML would read it otherwise.
    mutating func append(escaped codePoint: UInt32) {
        flush()
        switch codePoint {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x09, 0x0A, 0x0D: bytes.append(contentsOf: "&#\(codePoint);".utf8)
        default: bytes.append(codePoint: codePoint)
        }
    }

    /// Forgets what was written, which has gone its way.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    private mutating func flush() {
        guard !run.isEmpty else { return }
        bytes.append(source, run)
        run = run.upperBound..<run.upperBound
    }
}
