/// A place in a document.
struct XMLPosition {
    /// From 1.
    private(set) var line = 1
    /// In bytes of UTF-8, from 1.
    private(set) var column = 1

    /// Goes on over the first `count` bytes of `source`.
    mutating func advance(over source: [UInt8], count: Int) {
        var lines = 0
        var start = 0
        while let end = source.first(0x0A, from: start, to: count) {
            lines += 1
            start = end + 1
        }
        line += lines
        column = (lines > 0 ? 1 : column) + max(0, count - start)
    }
}
