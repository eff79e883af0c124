import Text

/// One tag as WordPress's filter leaves it (`wp_kses_split2`, `wp_kses_attr`): rebuilt from what is allowed, or nothing.
enum TagFilter {
    /// - Parameter tag: from `<` to `>`.
    static func append(_ tag: ArraySlice<UInt8>, to output: inout [UInt8]) {
        let tag = withoutSlashedQuotes(tag)
        var rest = tag.dropFirst().drop(while: \.isPHPSpace)
        let isEnd = rest.first == UInt8(ascii: "/")
        if isEnd { rest = rest.dropFirst().drop(while: \.isPHPSpace) }
        let name = rest.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
        guard let allowed = elements[String(decoding: name.map(\.asciiLowercased), as: UTF8.self)] else { return }
        output.append(UInt8(ascii: "<"))
        if isEnd { output.append(UInt8(ascii: "/")) }
        output += name
        if !isEnd { appendAttributes(rest.dropFirst(name.count), allowed: allowed, to: &output) }
        output.append(UInt8(ascii: ">"))
    }

    private static func appendAttributes(_ text: ArraySlice<UInt8>, allowed: [String], to output: inout [UInt8]) {
        let list = text.last == UInt8(ascii: ">") ? text.dropLast() : text
        if !allowed.isEmpty {
            for attribute in AttributeList(list, allowed: allowed).written {
                output.append(UInt8(ascii: " "))
                output += attribute.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
            }
        }
        let isEmptyElement = list.last { !$0.isPHPSpace } == UInt8(ascii: "/")
        if isEmptyElement { output += " /".utf8 }
    }

    private static func withoutSlashedQuotes(_ tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard tag.contains(UInt8(ascii: "\\")) else { return tag }
        var kept: [UInt8] = []
        for byte in tag {
            if byte == UInt8(ascii: "\""), kept.last == UInt8(ascii: "\\") { kept.removeLast() }
            kept.append(byte)
        }
        return kept[...]
    }

    /// The elements of comments and their attributes.
    private static let elements: [String: [String]] = [
        "a": ["href", "title"], "abbr": ["title"], "acronym": ["title"], "b": [], "blockquote": ["cite"], "cite": [],
        "code": [],
        "del": ["datetime"], "em": [], "i": [], "q": ["cite"], "s": [], "strike": [], "strong": [],
    ]
}

extension UInt8 {
    /// What `\s` means to PHP: white space of ASCII.
    var isPHPSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}
