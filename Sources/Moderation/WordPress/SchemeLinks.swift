import Text

/// `scheme://…` after white space or one of `( < . , ; : ! ?`, of an allowed scheme and at most 2,000 bytes.
enum SchemeLinks {
    static func made(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var copied = 0
        var looked = 0
        var colon = -1
        var spaceEnd = -1
        while true {
            colon = text.nextHierarchy(from: max(colon + 1, looked))
            guard colon < text.count else { break }
            guard let start = schemeStart(in: text, before: colon, notBefore: looked + 1) else { continue }
            let hierarchy = colon + 3
            if spaceEnd < hierarchy { spaceEnd = text[hierarchy...].firstIndex(where: \.isPHPSpace) ?? text.count }
            guard spaceEnd < text.count, (1...2000).contains(spaceEnd - hierarchy) else { continue }
            looked = addressEnd(in: text, from: hierarchy)
            if AddressFilter.isAllowed(scheme: text[start..<colon]) {
                let end = balancedEnd(text, start..<looked)
                output += text[copied..<start]
                ClickableText.appendLink(text[start..<end], to: &output)
                copied = end
            }
        }
        return copied == 0 ? text : output + text[copied...]
    }

    /// Where a scheme of at most 20 letters, digits and underscores starts that ends at `colon` and follows what may lead an address.
    private static func schemeStart(in text: [UInt8], before colon: Int, notBefore limit: Int) -> Int? {
        var start = colon
        while start > limit, colon - start <= 20, text[start - 1].isWordByte { start -= 1 }
        return (1...20).contains(colon - start) && start >= limit && text[start - 1].leadsAddress ? start : nil
    }

    /// The address goes on over punctuation only where more of it follows; a closing parenthesis after it is looked at, too.
    private static func addressEnd(in text: [UInt8], from start: Int) -> Int {
        var end = start
        while text[end].isAddressByte { end += 1 }
        while text[end].isAddressPunctuation, text[end + 1].isAddressByte {
            end += 2
            while text[end].isAddressByte { end += 1 }
        }
        return text[end] == UInt8(ascii: ")") ? end + 1 : end
    }

    /// Parentheses belong to the address only in pairs: it is cut before its last closing one until none is left over.
    private static func balancedEnd(_ text: [UInt8], _ match: Range<Int>) -> Int {
        var end = match.upperBound
        let opening = text[match].count { $0 == UInt8(ascii: "(") }
        if text[end - 1] == UInt8(ascii: ")"), opening == 0 { end -= 1 }
        var excess = text[match.lowerBound..<end].count { $0 == UInt8(ascii: ")") } - opening
        var index = end
        while excess > 0, index > match.lowerBound {
            index -= 1
            if text[index] == UInt8(ascii: "(") { excess += 1 }
            if text[index] == UInt8(ascii: ")") {
                excess -= 1
                end = index
            }
        }
        return end
    }
}

extension UInt8 {
    /// A letter, digit or underscore of ASCII.
    var isWordByte: Bool { isASCIIAlphanumeric || self == UInt8(ascii: "_") }

    fileprivate var leadsAddress: Bool {
        if isPHPSpace { return true }
        switch self {
        case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"),
            UInt8(ascii: ":"),
            UInt8(ascii: "!"), UInt8(ascii: "?"):
            return true
        default: return false
        }
    }

    fileprivate var isAddressByte: Bool {
        if isWordByte || self >= 0x80 { return true }
        switch self {
        case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"),
            UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: "+"), UInt8(ascii: "="),
            UInt8(ascii: "&"),
            UInt8(ascii: "$"), UInt8(ascii: "-"):
            return true
        default: return false
        }
    }

    fileprivate var isAddressPunctuation: Bool {
        switch self {
        case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ")"):
            return true
        default: return false
        }
    }
}
