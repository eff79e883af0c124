import Text

extension String {
    /// The URI that an IRI maps to (RFC 3987 section 3.1): what may not stand in a URI is percent-encoded in UTF-8, a percent sign
    /// that encodes nothing too.
    var asURI: String {
        withBytes { $0.allSatisfy(\.isAllowedInURI) } ? self : encodedAsURI
    }

    private var encodedAsURI: String {
        let bytes = Array(utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count + 16)
        var slashes = 0
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "/") { slashes += 1 }
            let mayStand =
                switch byte {
                // An IPv6 host has brackets, and nothing else.
                case UInt8(ascii: "["), UInt8(ascii: "]"): slashes == 2
                case UInt8(ascii: "%"):
                    index + 2 < bytes.count && bytes[index + 1].hexDigitValue != nil
                        && bytes[index + 2].hexDigitValue != nil
                default: byte.isAllowedInURI
                }
            if mayStand {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(hexDigit(byte >> 4))
                encoded.append(hexDigit(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

extension UInt8 {
    /// Unreserved or reserved (RFC 3986 section 2), without the brackets, which belong to hosts alone.
    @inline(__always)
    fileprivate var isAllowedInURI: Bool {
        let bits: UInt64 = self < 64 ? 0xAFFF_FFDA_0000_0000 : self < 128 ? 0x47FF_FFFE_87FF_FFFF : 0
        return bits >> UInt64(self & 63) & 1 == 1
    }
}
