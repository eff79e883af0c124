/// The beginning of a text, for lists.
enum Excerpt {
    /// One line of at most `limit` bytes of UTF-8, cut between words where it can be, with an ellipsis where something was left out.
    static func of(_ text: String, limit: Int = 280) -> String {
        var text = text
        return text.withUTF8 { utf8 in
            var line: [UInt8] = []
            line.reserveCapacity(min(utf8.count, limit) + 3)
            var lastSpace = 0
            var index = 0
            while index < utf8.count {
                let start = index
                while index < utf8.count, !isSpace(utf8[index]) { index += 1 }
                if start < index {
                    if !line.isEmpty {
                        lastSpace = line.count
                        line.append(0x20)
                    }
                    line.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<min(index, start + limit + 1)]))
                }
                if line.count > limit {
                    cut(&line, at: lastSpace > limit / 2 ? lastSpace : limit)
                    line.append(contentsOf: "…".utf8)
                    break
                }
                index += 1
            }
            return String(decoding: line, as: UTF8.self)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

    /// Cuts at `end`, or before the scalar that `end` would split.
    private static func cut(_ line: inout [UInt8], at end: Int) {
        var end = end
        while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
        line.removeSubrange(end...)
    }
}
