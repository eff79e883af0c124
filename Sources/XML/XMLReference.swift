import Text

/// A character or entity reference as it stands in a document, well-formed or not.
struct XMLReference {
    enum Meaning: Equatable {
        /// One of XML's own five: it may stand as it is.
        case asItStands
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
        let name = source[(start + 1)..<index]
        if Self.isPredefined(name) {
            (meaning, end) = (.asItStands, index + 1)
        } else if let codePoint = HTMLEntities.codePoint(name) {
            (meaning, end) = (.character(codePoint), index + 1)
        } else {
            (meaning, end) = (.none, start + 1)
        }
    }

    private static func isPredefined(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 2: name.elementsEqual("lt".utf8) || name.elementsEqual("gt".utf8)
        case 3: name.elementsEqual("amp".utf8)
        case 4: name.elementsEqual("quot".utf8) || name.elementsEqual("apos".utf8)
        default: false
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

extension [UInt8] {
    /// Appends a character of text or of a quoted value, as a reference where XML would read it otherwise.
    mutating func append(escaped codePoint: UInt32) {
        switch codePoint {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x09, 0x0A, 0x0D: append(contentsOf: "&#\(codePoint);".utf8)
        default: append(codePoint: codePoint)
        }
    }
}
