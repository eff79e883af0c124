import Text

/// The addresses within HTML that a feed carries, made absolute.
enum AddressedMarkup {
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
                guard AddressAttribute.contains(html[attribute.name], of: html[tag.name]),
                    !isAbsolute(html, attribute.value)
                else { continue }
                output.append(contentsOf: html[copied..<attribute.value.lowerBound])
                copied = append(attribute, of: html, base: base, to: &output)
            }
            index = max(tag.index, index + 1)
        }
        output.append(contentsOf: html[copied...])
        return output
    }

    /// Appends an attribute's value, or the beginning of it that is new.
    /// - Returns: from where on the bytes of `html` are still to be copied.
    private static func append(
        _ attribute: HTMLTagScanner.Attribute,
        of html: [UInt8],
        base: FeedBase,
        to output: inout [UInt8]
    ) -> Int {
        let value = attribute.value
        if attribute.isQuoted, let prefix = base.prefix(ofPath: html[value]) {
            output.append(contentsOf: prefix)
            return value.lowerBound
        }
        var address = String(decoding: html[value], as: UTF8.self).trimmedOfASCIISpace
        if html[value].contains(UInt8(ascii: "&")) { address = address.replacing("&amp;", with: "&") }
        if !attribute.isQuoted { output.append(UInt8(ascii: "\"")) }
        output.append(attributeText: base.resolveSafely(address))
        if !attribute.isQuoted { output.append(UInt8(ascii: "\"")) }
        return value.upperBound
    }

    private static func isAbsolute(_ html: [UInt8], _ value: Range<Int>) -> Bool {
        html.withUnsafeBufferPointer { FeedBase.isAbsolute(UnsafeBufferPointer(rebasing: $0[value])) }
    }
}

extension [UInt8] {
    /// Appends the value of an attribute, escaped for double quotes.
    mutating func append(attributeText text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case UInt8(ascii: "'"): append("&#39;")
            default: append(byte)
            }
        }
    }
}
