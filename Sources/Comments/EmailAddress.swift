import Text

/// The form of e-mail addresses that WordPress's `is_email()` accepts.
public enum EmailAddress {
    /// Six bytes or more; an `@` after the first byte, split there; a local part of letters, digits and ``!#$%&'*+/=?^_`{|}~.-``; a
    /// domain of two labels or more of letters, digits and hyphens, none empty, no hyphen at a label's ends. ASCII only.
    public static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= 6, let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
            let isLocal = isLocal
            return bytes[..<at].allSatisfy { isLocal[Int($0)] } && isDomain(bytes[(at + 1)...])
        }
    }

    private static let isLocal: [Bool] = {
        let punctuation = Array("!#$%&'*+/=?^_`{|}~.-".utf8)
        return (0...UInt8.max).map { $0.isASCIIAlphanumeric || punctuation.contains($0) }
    }()

    private static func isDomain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var labels = 0
        var start = bytes.startIndex
        while true {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
            let label = bytes[start..<end]
            guard let first = label.first, let last = label.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-"),
                label.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") })
            else { return false }
            labels += 1
            if end == bytes.endIndex { return labels >= 2 }
            start = end + 1
        }
    }
}
