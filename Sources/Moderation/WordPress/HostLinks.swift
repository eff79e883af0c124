import Text

/// `www.…` and `ftp.…` after white space or a tag.
enum HostLinks {
    static func made(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + 64)
        var copied = 0
        var index = 0
        while index + 5 < text.count {
            let lead = text[index]
            guard lead.isPHPSpace || lead == UInt8(ascii: ">"),
                ClickableText.isHostStart(text, at: index + 1),
                text[index + 5].isHostLinkByte
            else {
                index += 1
                continue
            }
            let end = text[(index + 5)...].firstIndex { !$0.isHostLinkByte } ?? text.count
            output += text[copied...index]
            ClickableText.appendLink(text[(index + 1)..<end], to: &output)
            copied = end
            index = end
        }
        return copied == 0 ? text : output + text[copied...]
    }
}

extension UInt8 {
    fileprivate var isHostLinkByte: Bool {
        if isWordByte || self >= 0x80 { return true }
        switch self {
        case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "~"),
            UInt8(ascii: "/"),
            UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "="),
            UInt8(ascii: ","),
            UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "+"):
            return true
        default: return false
        }
    }
}
