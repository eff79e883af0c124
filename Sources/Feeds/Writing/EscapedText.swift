import Text
import XML

/// Text for readers that decode HTML's references once more than XML asks for.
extension String {
    /// As HTML has it: in RSS's descriptions, and as WordPress keeps names.
    var escapedOnce: String {
        var text = self
        var escaped: [UInt8] = []
        escaped.reserveCapacity(utf8.count + 32)
        text.withUTF8 { escaped.append(escaped: $0) }
        return escaped.count == utf8.count ? self : String(decoding: escaped, as: UTF8.self)
    }

    /// As it is, unless decoding would change it.
    var escapedWhereNeeded: String { HTMLText.decoded(self) == self ? self : escapedOnce }
}
