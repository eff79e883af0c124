import Text
import XML

/// Text for readers that decode HTML's references once more than XML asks for.
extension String {
    /// As HTML has it: in RSS's descriptions, and as WordPress keeps names.
    var escapedOnce: String {
        withBytes { text in
            let isPlain =
                text.firstIndex(ofAny: UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">")) == text.count
            if isPlain { return self }
            var escaped: [UInt8] = []
            escaped.reserveCapacity(text.count + 32)
            escaped.append(escaped: text)
            return String(decoding: escaped, as: UTF8.self)
        }
    }

    /// As it is, unless decoding would change it.
    var escapedWhereNeeded: String { HTMLText.decoded(self) == self ? self : escapedOnce }
}
