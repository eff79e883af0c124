import Text

/// E-mail addresses after white space or a tag.
enum EmailLinks {
    static func made(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var copied = 0
        var at = -1
        while true {
            at = text.next(UInt8(ascii: "@"), from: max(at + 1, copied))
            guard at < text.count else { break }
            var start = at
            while start > copied, text[start - 1].isMailboxByte { start -= 1 }
            guard start > copied, start < at, text[start - 1].isPHPSpace || text[start - 1] == UInt8(ascii: ">"),
                let end = domainEnd(in: text, from: at + 1)
            else { continue }
            output += text[copied..<start]
            ClickableText.appendLink(text[start..<end], to: &output)
            copied = end
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
