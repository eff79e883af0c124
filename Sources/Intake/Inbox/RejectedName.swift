import Digests
import Text

/// Under which name a delivery that cannot be decoded is put aside.
public enum RejectedName {
    private static let longest = 200

    /// The delivery's own name where that is plain: visible ASCII without `/`, not too long to add an ending. Else what is plain of it
    /// with 8 digits of its key.
    public static func name(of delivery: Delivery) -> String {
        let raw = delivery.entry.rawName
        if raw.count <= longest, raw.allSatisfy(isPlain), raw.first != UInt8(ascii: "-") {
            return String(decoding: raw, as: UTF8.self)
        }
        return distinctName(of: delivery)
    }

    /// A name of its own for a delivery whose name is taken by an earlier one.
    public static func distinctName(of delivery: Delivery) -> String {
        let raw = delivery.entry.rawName.prefix(longest)
        let plain = raw.map { isPlain($0) ? $0 : UInt8(ascii: "_") }.drop { $0 == UInt8(ascii: "-") }
        return String(decoding: plain, as: UTF8.self) + "~" + delivery.key.hex(4)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || "._-+@=,~".utf8.contains(byte)
    }
}
