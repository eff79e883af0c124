/// The beginning of a text, for lists.
enum Excerpt {
    /// One line of at most `limit` bytes of UTF-8, cut between words where it can be, with an ellipsis where something was left out.
    static func of(_ text: String, limit: Int = 280) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(limit + 3)
        var lastSpace = 0
        for byte in text.utf8 {
            if byte == 0x20 || byte == 0x0A || byte == 0x09 {
                if line.last == 0x20 || line.isEmpty { continue }
                lastSpace = line.count
                line.append(0x20)
            } else {
                line.append(byte)
            }
            if line.count > limit {
                cut(&line, at: lastSpace > limit / 2 ? lastSpace : limit)
                line.append(contentsOf: "…".utf8)
                return String(decoding: line, as: UTF8.self)
            }
        }
        if line.last == 0x20 { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    /// Cuts at `end`, or before the scalar that `end` would split.
    private static func cut(_ line: inout [UInt8], at end: Int) {
        var end = end
        while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
        line.removeSubrange(end...)
    }
}
