import Text

extension FeedPerson {
    /// The person that a line of RSS names: `me@example.com (Name)`, `Name <me@example.com>`, `Name`.
    init(line: String) {
        self.init()
        name = line.isEmpty ? nil : line
        guard line.utf8.contains(UInt8(ascii: "@")) else { return }
        let bytes = Array(line.utf8.prefix(1000))
        guard let address = Self.address(in: bytes) else { return }
        email = String(decoding: bytes[address], as: UTF8.self)
        var rest = String(decoding: bytes[..<address.lowerBound] + bytes[address.upperBound...], as: UTF8.self)
        for brackets in ["()", "<>", "&lt;&gt;"] { rest = rest.replacing(brackets, with: "") }
        rest = rest.trimmed
        if rest.first == "(" { rest.removeFirst() }
        if rest.last == ")" { rest.removeLast() }
        rest = rest.trimmed
        name = rest.isEmpty ? nil : rest
    }

    /// Where the first e-mail address stands, with a `?subject=` behind it.
    private static func address(in bytes: [UInt8]) -> Range<Int>? {
        var from = 0
        while let at = bytes[from...].firstIndex(of: UInt8(ascii: "@")) {
            from = at + 1
            var start = at
            while start > 0, isLocalByte(bytes[start - 1]) { start -= 1 }
            var end = at + 1
            while end < bytes.count,
                bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: ".")
            {
                end += 1
            }
            while end > at + 1, !bytes[end - 1].isASCIIAlphanumeric { end -= 1 }
            guard start < at, bytes[(at + 1)..<end].contains(UInt8(ascii: ".")) else { continue }
            if bytes[end...].starts(with: "?subject=".utf8) {
                while end < bytes.count, bytes[end] > 0x20 { end += 1 }
            }
            return start..<end
        }
        return nil
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "+")
    }
}
