import Text

/// A character or entity reference as it stands in a document, well-formed or not.
struct XMLReference {
    enum Meaning: Equatable {
        /// One of XML's own five, which may stand as it is.
        case predefined(UInt8)
        /// A character, by number or by HTML's name.
        case character(UInt32)
        /// An `&` that begins no reference.
        case none
    }

    let meaning: Meaning
    /// The index behind it; behind the `&` where it is none.
    let end: Int

    /// The longest that is looked for: `&thetasym;` and numbers with leading zeros.
    static let longest = 32

    init(_ source: [UInt8], at start: Int, end limit: Int) {
        let limit = min(limit, start + Self.longest)
        var index = start + 1
        guard index < limit else {
            (meaning, end) = (.none, start + 1)
            return
        }
        if source[index] == UInt8(ascii: "#") {
            (meaning, end) = Self.number(source, at: start, end: limit)
            return
        }
        while index < limit, source[index].isASCIIAlphanumeric { index += 1 }
        guard index < limit, index > start + 1, source[index] == UInt8(ascii: ";") else {
            (meaning, end) = (.none, start + 1)
            return
        }
        let name = (start + 1)..<index
        if let byte = Self.predefined(source, name) {
            (meaning, end) = (.predefined(byte), index + 1)
        } else if let codePoint = HTMLEntities.codePoint(source[name]) {
            (meaning, end) = (.character(codePoint), index + 1)
        } else {
            (meaning, end) = (.none, start + 1)
        }
    }

    /// XML 1.0 section 4.6.
    private static func predefined(_ source: [UInt8], _ name: Range<Int>) -> UInt8? {
        func matches(_ word: StaticString) -> Bool {
            word.utf8CodeUnitCount == name.count
                && name.indices.allSatisfy { source[$0] == word.utf8Start[$0 - name.lowerBound] }
        }
        return switch source[name.lowerBound] {
        case UInt8(ascii: "l") where matches("lt"): UInt8(ascii: "<")
        case UInt8(ascii: "g") where matches("gt"): UInt8(ascii: ">")
        case UInt8(ascii: "q") where matches("quot"): UInt8(ascii: "\"")
        case UInt8(ascii: "a") where matches("amp"): UInt8(ascii: "&")
        case UInt8(ascii: "a") where matches("apos"): UInt8(ascii: "'")
        default: nil
        }
    }

    /// `&#8217;` or `&#x2019;`; numbers of C1 controls mean windows-1252's characters.
    private static func number(_ source: [UInt8], at start: Int, end limit: Int) -> (Meaning, Int) {
        var index = start + 2
        let isHex = index < limit && source[index] | 0x20 == UInt8(ascii: "x")
        if isHex { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < limit {
            guard let digit = source[index].hexDigitValue, isHex || digit < 10 else { break }
            value = min(0x110000, value * (isHex ? 16 : 10) + UInt32(digit))
            index += 1
        }
        guard index > first else { return (.none, start + 1) }
        if index < limit, source[index] == UInt8(ascii: ";") { index += 1 }
        return (.character(Windows1252.character(value)), index)
    }
}
