import Text

/// A start tag or empty tag as it stands, well-formed or not.
struct XMLTag {
    struct Attribute {
        var name: Range<Int>
        /// Without its quotes; empty where there was none.
        var value: Range<Int>
        var isQuoted: Bool
    }

    let name: Range<Int>
    private(set) var attributes: [Attribute] = []
    private(set) var isEmpty = false
    /// Whether it may be copied as it is.
    private(set) var isRegular = true
    /// The index behind it.
    private(set) var end: Int

    /// Reads the tag whose `<` is at `start`.
    /// - Returns: nil where `source` ends within it, unless it `isLast`, or it is longer than `limit`.
    init?(_ source: [UInt8], at start: Int, limit: Int, isLast: Bool) {
        guard let close = Self.close(source, from: start + 1, limit: limit, isLast: isLast) else { return nil }
        var index = start + 1
        let isEnded = close < source.count && source[close] == UInt8(ascii: ">")
        end = isEnded ? close + 1 : close
        isRegular = isEnded
        while index < close, source[index].isXMLNameByte { index += 1 }
        name = (start + 1)..<index
        if !source[name].isPlainName { isRegular = false }
        while index < close { readAttribute(source, &index, close) }
    }

    /// The name of the start tag at `start` where it is ASCII with one colon at most, nothing else stands in the tag and it
    /// is within the limit; nil otherwise.
    static func bareName(_ source: [UInt8], at start: Int, limit: Int) -> Range<Int>? {
        let end = min(source.count, start + 1 + limit)
        var index = start + 1
        var colons = 0
        while index < end, source[index] < 0x80, source[index].isXMLNameByte {
            if source[index] == UInt8(ascii: ":") { colons += 1 }
            index += 1
        }
        guard index < end, source[index] == UInt8(ascii: ">"), colons < 2 else { return nil }
        return (start + 1)..<index
    }

    private mutating func readAttribute(_ source: [UInt8], _ index: inout Int, _ close: Int) {
        let gap = index
        while index < close, source[index] <= 0x20 { index += 1 }
        guard index < close else { return }
        if source[index] == UInt8(ascii: "/") {
            isEmpty = index + 1 == close
            if !isEmpty { isRegular = false }
            index += 1
            return
        }
        if index == gap { isRegular = false }
        let nameStart = index
        while index < close, source[index].isXMLNameByte { index += 1 }
        let name = nameStart..<index
        guard !name.isEmpty, source[nameStart].beginsXMLName else {
            isRegular = false
            index = max(index, nameStart + 1)
            return
        }
        if !source[name].isPlainName { isRegular = false }
        let afterName = index
        while index < close, source[index] <= 0x20 { index += 1 }
        guard index < close, source[index] == UInt8(ascii: "=") else {
            isRegular = false
            index = afterName
            attributes.append(Attribute(name: name, value: name, isQuoted: true))
            return
        }
        index += 1
        while index < close, source[index] <= 0x20 { index += 1 }
        readValue(source, &index, close, name)
    }

    private mutating func readValue(_ source: [UInt8], _ index: inout Int, _ close: Int, _ name: Range<Int>) {
        if index < close, source[index] == UInt8(ascii: "\"") || source[index] == UInt8(ascii: "'") {
            let quote = source[index]
            let start = index + 1
            let end = source.first(quote, from: start, to: close)
            if end == nil { isRegular = false }
            index = end.map { $0 + 1 } ?? close
            attributes.append(Attribute(name: name, value: start..<(end ?? close), isQuoted: true))
        } else {
            isRegular = false
            let start = index
            while index < close, source[index] > 0x20 { index += 1 }
            attributes.append(Attribute(name: name, value: start..<index, isQuoted: false))
        }
    }

    /// Where the tag ends: at a `>` outside quotes, or at a `<` before one; where a quote is never closed, at the
    /// first of either.
    private static func close(_ source: [UInt8], from start: Int, limit: Int, isLast: Bool) -> Int? {
        let end = min(source.count, start + limit)
        var index = start
        var afterEquals = false
        while index < end {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: ">"), UInt8(ascii: "<"): return index
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if afterEquals {
                    guard let close = source.first(byte, from: index + 1, to: end) else {
                        guard isLast, end == source.count else { return nil }
                        return source[index...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") } ?? end
                    }
                    index = close
                }
                afterEquals = false
            case UInt8(ascii: "="): afterEquals = true
            case 0...0x20: break
            default: afterEquals = false
            }
            index += 1
        }
        return isLast && end == source.count ? end : nil
    }
}

extension UInt8 {
    /// A letter, `_`, `:` or the beginning of a character beyond ASCII.
    var beginsXMLName: Bool {
        isASCIILetter || self == UInt8(ascii: "_") || self == UInt8(ascii: ":") || self >= 0x80
    }

    /// Whether it may stand in a name.
    @inline(__always) var isXMLNameByte: Bool { self >= 0x80 || isASCIIOfXMLName }

    /// Whether it is a letter, a digit or one of `-._:`: a bit for each byte of ASCII.
    @inline(__always) private var isASCIIOfXMLName: Bool {
        (self < 64 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE as UInt64) >> UInt64(self & 63) & 1 == 1
    }
}

extension ArraySlice<UInt8> {
    /// Whether it is of ASCII and libxml2 reads it to its end, which it doesn't where something else than a name follows a
    /// second colon.
    var isPlainName: Bool {
        var colons = 0
        var followsColon = false
        for byte in self {
            if byte >= 0x80 || followsColon && colons > 1 && !byte.beginsXMLName { return false }
            followsColon = byte == UInt8(ascii: ":")
            if followsColon { colons += 1 }
        }
        return true
    }
}
