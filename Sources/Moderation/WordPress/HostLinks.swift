import Text

/// `www.…` and `ftp.…` after white space or a tag.
enum HostLinks {
    static func made(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var copied = 0
        var dot = -1
        while true {
            dot = text.nextHost(from: max(dot + 1, copied))
            guard dot + 1 < text.count else { break }
            let lead = dot - 4
            guard lead >= copied, text[lead].isPHPSpace || text[lead] == UInt8(ascii: ">"),
                text[dot + 1].isHostLinkByte
            else { continue }
            let end = text[(dot + 1)...].firstIndex { !$0.isHostLinkByte } ?? text.count
            output += text[copied...lead]
            ClickableText.appendLink(text[(lead + 1)..<end], to: &output)
            copied = end
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
