import XML

/// Text for readers that decode HTML's references once more than XML asks for.
extension String {
    /// As HTML has it: in RSS's descriptions, and as WordPress keeps names.
    var escapedOnce: String {
        guard utf8.contains(where: { Self.reference($0) != nil }) else { return self }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(utf8.count + 32)
        for byte in utf8 {
            if let reference = Self.reference(byte) {
                reference.withUTF8Buffer { escaped.append(contentsOf: $0) }
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func reference(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        default: nil
        }
    }

    /// As it is, unless decoding would change it.
    var escapedWhereNeeded: String { HTMLText.decoded(self) == self ? self : escapedOnce }
}
