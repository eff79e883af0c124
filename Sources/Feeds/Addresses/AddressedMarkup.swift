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
                guard isAddress(attribute, of: tag, in: html) else { continue }
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
        if attribute.isQuoted, let prefix = base.prefix(ofValue: html[value]) {
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

    /// Whether an attribute holds an address that isn't absolute.
    private static func isAddress(
        _ attribute: HTMLTagScanner.Attribute,
        of tag: HTMLTagScanner,
        in html: [UInt8]
    ) -> Bool {
        html.withUnsafeBufferPointer { html in
            func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: html[range]) }
            return AddressAttribute.contains(part(attribute.name), of: part(tag.name))
                && !FeedBase.isAbsolute(part(attribute.value))
        }
    }
}

extension [UInt8] {
    /// Appends the value of an attribute, escaped for double quotes.
    mutating func append(attributeText text: String) {
        var text = text
        text.withUTF8 { text in
            var start = 0
            for index in text.indices {
                let reference: StaticString? =
                    switch text[index] {
                    case UInt8(ascii: "&"): "&amp;"
                    case UInt8(ascii: "<"): "&lt;"
                    case UInt8(ascii: ">"): "&gt;"
                    case UInt8(ascii: "\""): "&quot;"
                    case UInt8(ascii: "'"): "&#39;"
                    default: nil
                    }
                guard let reference else { continue }
                append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                append(reference)
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        }
    }
}
