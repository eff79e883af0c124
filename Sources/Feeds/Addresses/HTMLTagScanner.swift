import Text

/// Goes through the attributes of one start tag of HTML, from behind its `<`.
struct HTMLTagScanner {
    struct Attribute {
        var name: Range<Int>
        /// Without quotes.
        var value: Range<Int>
        var isQuoted: Bool
    }

    private let html: [UInt8]
    /// Where the element's name stands.
    let name: Range<Int>
    /// Behind what was read.
    private(set) var index: Int

    init(_ html: [UInt8], at start: Int) {
        self.html = html
        var end = start
        while end < html.count, html[end].isASCIIAlphanumeric || html[end] == UInt8(ascii: "-") { end += 1 }
        name = start..<end
        index = end
    }

    /// The next attribute that has a value; nil at the tag's end, which is passed.
    mutating func next() -> Attribute? {
        while index < html.count {
            switch html[index] {
            case UInt8(ascii: ">"):
                index += 1
                return nil
            case 0...0x20, UInt8(ascii: "/"): index += 1
            default: if let attribute = attribute() { return attribute }
            }
        }
        return nil
    }

    private mutating func attribute() -> Attribute? {
        let start = index
        while index < html.count, !Self.endsName(html[index]) { index += 1 }
        let name = start..<index
        while index < html.count, html[index] <= 0x20 { index += 1 }
        guard index < html.count, html[index] == UInt8(ascii: "=") else {
            if index == start { index += 1 }
            return nil
        }
        index += 1
        while index < html.count, html[index] <= 0x20 { index += 1 }
        guard index < html.count else { return nil }
        let quote = html[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = index
            while index < html.count, html[index] > 0x20, html[index] != UInt8(ascii: ">") { index += 1 }
            return Attribute(name: name, value: value..<index, isQuoted: false)
        }
        let value = index + 1
        index = html.withUnsafeBufferPointer { $0.firstIndex(ofAny: quote, quote, from: value) }
        defer { index = min(html.count, index + 1) }
        return Attribute(name: name, value: value..<index, isQuoted: true)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
