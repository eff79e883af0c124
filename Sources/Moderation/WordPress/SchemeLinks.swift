import Text

/// `scheme://…` after white space or one of `( < . , ; : ! ?`, of an allowed scheme and at most 2,000 bytes.
enum SchemeLinks {
    static func made(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: ":")) else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.count + 64)
        var copied = 0
        var spaceEnd = -1
        var index = 0
        while index < text.count {
            guard text[index].leadsAddress, let start = hierarchyStart(in: text, schemeFrom: index + 1) else {
                index += 1
                continue
            }
            if spaceEnd < start { spaceEnd = text[start...].firstIndex(where: \.isPHPSpace) ?? text.count }
            guard spaceEnd < text.count, (1...2000).contains(spaceEnd - start) else {
                index += 1
                continue
            }
            let matchEnd = addressEnd(in: text, from: start)
            let scheme = text[(index + 1)..<(start - 3)]
            if AddressFilter.isAllowed(scheme: scheme) {
                let end = balancedEnd(text, (index + 1)..<matchEnd)
                output += text[copied...index]
                ClickableText.appendLink(text[(index + 1)..<end], to: &output)
                copied = end
            }
            index = matchEnd
        }
        return output + text[copied...]
    }

    /// Where the rest begins after a scheme of at most 20 letters, digits and underscores and `://`.
    private static func hierarchyStart(in text: [UInt8], schemeFrom start: Int) -> Int? {
        let scheme = text[start...].prefix(20).prefix(while: \.isWordByte)
        let end = scheme.endIndex
        return !scheme.isEmpty && text[end...].starts(with: "://".utf8) ? end + 3 : nil
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
