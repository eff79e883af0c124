import Text

/// Schemes in attributes as WordPress's filter treats them (`wp_kses_bad_protocol`): one that is not allowed is cut off, again and again.
enum AddressFilter {
    /// Attributes of comments that hold an address.
    static let attributes: Set<String> = ["href", "cite"]

    static let schemes: Set<String> = [
        "http", "https", "ftp", "ftps", "mailto", "news", "irc", "irc6", "ircs", "gopher", "nntp", "feed", "telnet",
        "mms", "rtsp", "sms",
        "svn", "tel", "fax", "xmpp", "webcal", "urn",
    ]

    static func isAllowed(scheme: some Sequence<UInt8>) -> Bool {
        schemes.contains(String(decoding: scheme.map(\.asciiLowercased), as: UTF8.self))
    }

    /// Empty where after six cuts there is still something to cut.
    static func withoutBadScheme(_ address: ArraySlice<UInt8>) -> [UInt8] {
        if address.starts(with: "http://".utf8) || address.starts(with: "https://".utf8) { return Array(address) }
        var address = Array(address)
        for _ in 0..<6 {
            let cut = cuttingOnce(address)
            if cut == address { return address }
            address = cut
        }
        return []
    }

    private static func cuttingOnce(_ address: [UInt8]) -> [UInt8] {
        guard let (colon, rest) = firstColon(in: address) else { return address }
        let prefix = address[..<colon]
        guard zip(prefix, prefix.dropFirst()).allSatisfy({ $0 != UInt8(ascii: "/") || $1 != UInt8(ascii: "?") }) else {
            return address
        }
        let scheme = decoded(prefix).filter { !$0.isPHPSpace && $0 >= 0x20 }.map(\.asciiLowercased)
        let tail = address[rest...].drop { $0.isASCIISpace || $0 == 0 }
        return isAllowed(scheme: scheme) ? scheme + [UInt8(ascii: ":")] + tail : Array(tail)
    }

    /// Where the first colon begins, as a character or an entity, and where it ends.
    private static func firstColon(in address: [UInt8]) -> (Int, Int)? {
        for (index, byte) in address.enumerated() {
            if byte == UInt8(ascii: ":") { return (index, index + 1) }
            guard byte == UInt8(ascii: "&"), let (value, end) = reference(in: address[...], at: index),
                value == UInt32(UInt8(ascii: ":"))
            else {
                continue
            }
            return (index, end)
        }
        return nil
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "&"), let (value, end) = reference(in: text, at: index) {
                output.append(UInt8(truncatingIfNeeded: value))
                index = end
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    /// The number of a numeric reference (or `&colon;`) at `start`, and its end.
    private static func reference(in text: ArraySlice<UInt8>, at start: Int) -> (UInt32, Int)? {
        let window = text[start..<min(start + 16, text.endIndex)]
        guard let semicolon = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = window[(start + 1)..<semicolon].map(\.asciiLowercased)
        if name.elementsEqual("colon".utf8) { return (UInt32(UInt8(ascii: ":")), semicolon + 1) }
        guard name.first == UInt8(ascii: "#") else { return nil }
        let isHex = name.dropFirst().first == UInt8(ascii: "x")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard !digits.isEmpty, digits.allSatisfy({ isHex ? $0.hexDigitValue != nil : $0.isASCIIDigit }) else {
            return nil
        }
        return (digits.reduce(0) { $0 &* (isHex ? 16 : 10) &+ UInt32($1.hexDigitValue ?? 0) }, semicolon + 1)
    }
}
