import Text

/// What a byte of UTF-8 needs when it is written as XML 1.0 character data.
///
/// Forbidden characters (C0 controls other than tab, line feed and return, U+FFFE and U+FFFF; XML 1.0 section 2.2)
/// become U+FFFD. A return is written as a reference, because a parser would read it as a line feed (section 2.11).
enum XMLEscape {
    /// 0 for bytes written as they are, else the index into `replacements` or `suspect`.
    static let inText = table(forAttribute: false)
    static let inAttribute = table(forAttribute: true)

    /// The lead byte 0xEF, which may begin U+FFFE or U+FFFF.
    static let suspect: UInt8 = 255

    private static let replacements: [StaticString] = [
        "", "&amp;", "&lt;", "&gt;", "&quot;", "&#13;", "&#9;", "&#10;", "\u{FFFD}",
    ]

    private static func table(forAttribute: Bool) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: 256)
        for control in 0..<0x20 { table[control] = 8 }
        table[0x09] = forAttribute ? 6 : 0
        table[0x0A] = forAttribute ? 7 : 0
        table[0x0D] = 5
        table[Int(UInt8(ascii: "&"))] = 1
        table[Int(UInt8(ascii: "<"))] = 2
        table[Int(UInt8(ascii: ">"))] = 3
        if forAttribute { table[Int(UInt8(ascii: "\""))] = 4 }
        table[0xEF] = suspect
        return table
    }

    /// Appends `text`, escaped by `table`, to `bytes`.
    static func append(_ text: String, escapedBy table: [UInt8], to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            table.withUnsafeBufferPointer { table in append(utf8, table, to: &bytes) }
        }
    }

    private static func append(
        _ utf8: UnsafeBufferPointer<UInt8>,
        _ table: UnsafeBufferPointer<UInt8>,
        to bytes: inout [UInt8]
    ) {
        var start = 0
        var index = 0
        while true {
            index = utf8.firstSuspect(from: index, mayNeedEscape)
            guard index < utf8.count else { break }
            let kind = table[Int(utf8[index])]
            if kind == 0 {
                index += 1
                continue
            }
            if kind == suspect {
                let isNonCharacter = index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE
                if isNonCharacter {
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    start = index + 3
                }
                index += 3
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
            bytes.append(replacements[Int(kind)])
            index += 1
            start = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }

    /// Bytes that need a look, in texts or in attributes.
    @inline(__always)
    private static func mayNeedEscape(_ word: UInt64) -> UInt64 {
        word.firstControlMark | word.firstMark(of: UInt8(ascii: "&")) | word.firstMark(of: UInt8(ascii: "<"))
            | word.firstMark(of: UInt8(ascii: ">")) | word.firstMark(of: UInt8(ascii: "\""))
            | word.firstMark(of: 0xEF)
    }
}
