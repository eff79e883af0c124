import Text

/// The addresses within HTML that a feed carries, made absolute.
enum AddressedMarkup {
    /// Whether an attribute of an element is an address. Names in lower case.
    static func isAddress(_ attribute: some StringProtocol, of element: some StringProtocol) -> Bool {
        guard let elements = elements[String(attribute)] else { return false }
        return elements.contains(String(element))
    }

    private static let elements: [String: Set<String>] = [
        "action": ["form"],
        "background": ["body"],
        "cite": ["blockquote", "del", "ins", "q"],
        "classid": ["object"],
        "codebase": ["applet", "object"],
        "data": ["object"],
        "href": ["a", "area", "link"],
        "longdesc": ["frame", "iframe", "img"],
        "poster": ["video"],
        "profile": ["head"],
        "src": ["audio", "frame", "iframe", "img", "input", "script", "source", "video"],
        "usemap": ["img", "input", "object"],
    ]

    /// `html` with every address resolved against `base`; all else stays as it is.
    static func resolved(_ html: [UInt8], base: FeedBase) -> [UInt8] {
        guard !base.address.isEmpty, html.contains(UInt8(ascii: "<")) else { return html }
        var output: [UInt8] = []
        output.reserveCapacity(html.count + 64)
        var copied = 0
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "<"), index + 1 < html.count, html[index + 1].isASCIILetter else {
                index += 1
                continue
            }
            var tag = HTMLTagScanner(html, at: index + 1)
            while let attribute = tag.next() {
                guard isAddress(attribute.name, of: tag.name) else { continue }
                let value = String(decoding: html[attribute.value], as: UTF8.self).trimmed
                output.append(contentsOf: html[copied..<attribute.value.lowerBound])
                let address = base.resolveSafely(value.replacing("&amp;", with: "&"))
                if !attribute.isQuoted { output.append(UInt8(ascii: "\"")) }
                output.append(attributeText: address)
                if !attribute.isQuoted { output.append(UInt8(ascii: "\"")) }
                copied = attribute.value.upperBound
            }
            index = max(tag.index, index + 1)
        }
        output.append(contentsOf: html[copied...])
        return output
    }
}

extension [UInt8] {
    /// Appends the value of an attribute, escaped for double quotes.
    mutating func append(attributeText text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
            default: append(byte)
            }
        }
    }
}

/// Goes through the attributes of one start tag of HTML, from behind its `<`.
struct HTMLTagScanner {
    struct Attribute {
        var name: String
        /// Without quotes.
        var value: Range<Int>
        var isQuoted: Bool
    }

    private let html: [UInt8]
    /// The element, in lower case.
    let name: String
    /// Behind what was read.
    private(set) var index: Int

    init(_ html: [UInt8], at start: Int) {
        self.html = html
        var end = start
        while end < html.count, html[end].isASCIIAlphanumeric || html[end] == UInt8(ascii: "-") { end += 1 }
        name = String(decoding: html[start..<end], as: UTF8.self).asciiLowercased
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
        let name = String(decoding: html[start..<index], as: UTF8.self).asciiLowercased
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
        index = html[value...].firstIndex(of: quote) ?? html.count
        defer { index = min(html.count, index + 1) }
        return Attribute(name: name, value: value..<index, isQuoted: true)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
