extension String {
    /// The text without HTML tags as PHP's `strip_tags` takes them out, and so WordPress out of names: a `<` before white space is text,
    /// quotes shelter `>`, a tag that never ends goes to the end.
    public var withoutTags: String {
        guard withBytes({ $0.contains(UInt8(ascii: "<")) }) else { return self }
        let bytes = Array(utf8)
        var kept: [UInt8] = []
        var depth = 0
        var quote: UInt8?
        for (index, byte) in bytes.enumerated() {
            let opens =
                byte == UInt8(ascii: "<") && quote == nil && !(index + 1 < bytes.count && bytes[index + 1].isASCIISpace)
            if opens {
                depth += 1
            } else if depth == 0 {
                kept.append(byte)
            } else if byte == UInt8(ascii: ">"), quote == nil {
                depth -= 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if quote == nil { quote = byte } else if quote == byte { quote = nil }
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
