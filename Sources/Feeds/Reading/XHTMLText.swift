import Text

/// Markup in place, written as the HTML that it means.
enum XHTMLText {
    static func isVoid(_ element: String) -> Bool { voidElements.contains(element) }

    private static let voidElements: Set<String> = [
        "area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input", "isindex", "keygen",
        "link", "meta", "param", "source", "track", "wbr",
    ]

    /// Whether what is said to be plain text has an end tag: nobody writes one in a title otherwise.
    static func looksLikeHTML(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex
        while let open = text[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            if index + 1 < text.endIndex, text[index] == UInt8(ascii: "/"), text[index + 1].isASCIILetter {
                return true
            }
        }
        return false
    }
}

extension [UInt8] {
    mutating func append(attribute name: String, _ value: String) {
        append(UInt8(ascii: " "))
        append(contentsOf: name.utf8)
        append(contentsOf: "=\"".utf8)
        append(attributeText: value)
        append(UInt8(ascii: "\""))
    }
}
