import Text

/// An author's website as it may be shown and linked.
public enum WebsiteAddress {
    public static let maximumLength = 200

    /// An http or https address with a valid host: a missing scheme becomes http (the host then needs a dot). nil for anything else.
    /// - Parameter text: NFC, without white space at its ends.
    public static func normalized(_ text: String) -> String? {
        if text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8) { return valid(text) }
        let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) ?? text.startIndex
        switch text[..<colon].asciiLowercased {
        case "http": return valid("http" + text[colon...])
        case "https": return valid("https" + text[colon...])
        default: break
        }
        let bare = text.hasPrefix("//") ? text.dropFirst(2) : text[...]
        let host = bare.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard host.contains(UInt8(ascii: ".")), host.first != UInt8(ascii: ".") else { return nil }
        return valid("http://" + bare)
    }

    private static func valid(_ text: String) -> String? {
        HTTPAddress.isValid(text) ? text : nil
    }
}
