import Text

/// What WordPress makes of a name before it stores it (`strip_tags`, `sanitize_text_field`), without the escaping.
enum AuthorNameFilter {
    static func stored(_ name: String) -> String {
        guard name.withBytes({ $0.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: "%")) < $0.count }) else {
            return name.joinedSpaces
        }
        var bytes = Array(name.withoutTags.utf8)
        while let shorter = withoutOctets(bytes) { bytes = shorter }
        return String(decoding: bytes, as: UTF8.self).joinedSpaces
    }

    /// By what a name is compared; one of which nothing would remain stands for itself.
    static func compared(_ name: String, stored: String) -> String { stored.isEmpty ? name : stored }

    /// Without each `%XX`; nil where there is none.
    private static func withoutOctets(_ bytes: [UInt8]) -> [UInt8]? {
        var kept: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let isOctet =
                bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count && bytes[index + 1].hexDigitValue != nil
                && bytes[index + 2].hexDigitValue != nil
            if isOctet {
                index += 3
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        return kept.count == bytes.count ? nil : kept
    }
}
