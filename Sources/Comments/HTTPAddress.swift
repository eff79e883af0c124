import Text

/// Where the parts of an absolute http or https address stand in its bytes (RFC 3986, with RFC 3987's letters).
struct HTTPAddress {
    let isSecure: Bool
    let host: Range<Int>
    /// nil: none, or the default one of http or https.
    let port: Range<Int>?
    let path: Range<Int>
    /// With its question mark; empty where there is no query, or an empty one.
    let query: Range<Int>
    /// Where the fragment's `#` is, or the end.
    let end: Int

    static let schemes: [(name: StaticString, isSecure: Bool)] = [("https://", true), ("http://", false)]

    /// The scheme that a text begins with in any case, and its length.
    static func scheme(of bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, isSecure: Bool)? {
        for scheme in schemes where bytes.count >= scheme.name.utf8CodeUnitCount {
            let start = scheme.name.utf8Start
            if (0..<scheme.name.utf8CodeUnitCount).allSatisfy({ bytes[$0].asciiLowercased == start[$0] }) {
                return (scheme.name.utf8CodeUnitCount, scheme.isSecure)
            }
        }
        return nil
    }

    /// - Parameter bytes: an address without spaces and control characters.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ThreadAddressError) {
        guard let scheme = Self.scheme(of: bytes) else { throw .otherScheme }
        isSecure = scheme.isSecure
        let (slash, question, hash) = (UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"))
        let authority = scheme.length..<bytes.firstIndex(ofAny: slash, question, hash, from: scheme.length)
        let pathEnd = bytes.firstIndex(ofAny: question, hash, from: authority.upperBound)
        end = bytes.firstIndex(ofAny: hash, hash, from: pathEnd)
        path = authority.upperBound..<pathEnd
        query = end - pathEnd > 1 ? pathEnd..<end : pathEnd..<pathEnd

        guard !bytes[authority].contains(UInt8(ascii: "@")) else { throw .userInfo }
        var hostEnd = authority.lowerBound
        if bytes[authority].first == UInt8(ascii: "[") {
            guard let bracket = bytes[authority].firstIndex(of: UInt8(ascii: "]")),
                bytes[(authority.lowerBound + 1)..<bracket].allSatisfy(Self.isIPv6), bracket > authority.lowerBound + 2
            else { throw .invalidHost }
            hostEnd = bracket + 1
        } else {
            hostEnd = bytes[authority].firstIndex(of: UInt8(ascii: ":")) ?? authority.upperBound
            guard Self.isHostName(bytes[authority.lowerBound..<hostEnd]) else { throw .invalidHost }
        }
        host = authority.lowerBound..<hostEnd
        port = try Self.port(bytes[hostEnd..<authority.upperBound], isSecure: scheme.isSecure)
    }

    /// Whether a text is an absolute http or https address without characters that no address has.
    static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            !hasForbiddenByte(bytes) && (try? HTTPAddress(bytes)) != nil
        }
    }

    static func hasForbiddenByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let isForbidden = isForbidden
        return bytes.contains { isForbidden[Int($0)] }
    }

    /// Space, controls, and what is neither reserved nor unreserved in RFC 3986 and dangerous in a page.
    private static let isForbidden: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in 0...0x20 { table[byte] = true }
        for byte in "\"<>\\`\u{7F}".utf8 { table[Int(byte)] = true }
        return table
    }()

    private static func isIPv6(_ byte: UInt8) -> Bool {
        byte.hexDigitValue != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    private static func isHostName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var previous = UInt8(ascii: ".")
        for byte in bytes {
            if byte == UInt8(ascii: ".") {
                if previous == byte { return false }
            } else if !(byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                || byte >= 0x80)
            {
                return false
            }
            previous = byte
        }
        return !bytes.isEmpty && bytes.count <= 255
    }

    /// - Parameter bytes: what follows the host: nothing, or a colon and digits.
    private static func port(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
        isSecure: Bool
    ) throws(ThreadAddressError) -> Range<Int>? {
        guard let colon = bytes.first else { return nil }
        let digits = bytes.dropFirst()
        guard colon == UInt8(ascii: ":"), digits.count <= 5, digits.allSatisfy(\.isASCIIDigit) else {
            throw .invalidHost
        }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        if digits.isEmpty || number == 443 || (number == 80 && !isSecure) { return nil }
        guard (1...65535).contains(number), digits.first != UInt8(ascii: "0") else { throw .invalidHost }
        return digits.startIndex..<digits.endIndex
    }
}
