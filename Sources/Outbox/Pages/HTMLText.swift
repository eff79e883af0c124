import Text

/// Text as it may stand in HTML, in an element or a quoted attribute.
enum HTMLText {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            var index = 0
            while true {
                index = utf8.firstSuspect(from: index, mayNeedEntity)
                guard index < utf8.count else { break }
                defer { index += 1 }
                guard let entity = entity(utf8[index]) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                bytes.append(entity)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    @inline(__always)
    private static func mayNeedEntity(_ word: UInt64) -> UInt64 {
        word.firstControlMark | word.firstMark(of: UInt8(ascii: "&")) | word.firstMark(of: UInt8(ascii: "<"))
            | word.firstMark(of: UInt8(ascii: ">")) | word.firstMark(of: UInt8(ascii: "\""))
            | word.firstMark(of: UInt8(ascii: "'"))
    }

    /// What stands for a byte; nil for one that stands for itself. Controls that HTML can't hold become U+FFFD.
    @inline(__always)
    private static func entity(_ byte: UInt8) -> StaticString? {
        guard byte <= UInt8(ascii: ">") else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        case 0x00..<0x09, 0x0B..<0x20: return "\u{FFFD}"
        default: return nil
        }
    }

    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
