import Text

/// E-mail addresses after white space or a tag.
enum EmailLinks {
    static func made(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "@")) else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.count + 64)
        var copied = 0
        var index = 0
        while index < text.count {
            let lead = text[index]
            index += 1
            guard lead.isPHPSpace || lead == UInt8(ascii: ">") else { continue }
            let at = text[index...].firstIndex { !$0.isMailboxByte } ?? text.count
            guard at > index, at < text.count, text[at] == UInt8(ascii: "@"),
                let end = domainEnd(in: text, from: at + 1)
            else {
                index = at
                continue
            }
            output += text[copied..<index]
            ClickableText.appendLink(text[index..<end], to: &output)
            copied = end
            index = end
        }
        return copied == 0 ? text : output + text[copied...]
    }

    /// Where the longest domain from `start` on ends: labels of letters, digits and hyphens, the last without hyphens and of two or more.
    private static func domainEnd(in text: [UInt8], from start: Int) -> Int? {
        var end: Int?
        var label = start
        while true {
            let labelEnd =
                text[label...].firstIndex { !$0.isASCIIAlphanumeric && $0 != UInt8(ascii: "-") } ?? text.count
            if label > start {
                let top = text[label..<labelEnd].prefix(while: \.isASCIIAlphanumeric)
                if top.count >= 2 { end = top.endIndex }
            }
            guard labelEnd > label, labelEnd < text.count, text[labelEnd] == UInt8(ascii: ".") else { return end }
            label = labelEnd + 1
        }
    }
}

extension UInt8 {
    fileprivate var isMailboxByte: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: ".") || self == UInt8(ascii: "_") || self == UInt8(ascii: "+")
            || self == UInt8(ascii: "-")
    }
}
