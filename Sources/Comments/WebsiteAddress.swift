import Text

/// An author's website as it may be shown and linked.
public enum WebsiteAddress {
    public static let maximumLength = 200

    /// An http or https address with a valid host: a missing scheme becomes http (the host then needs a dot). nil for anything else.
    /// - Parameter text: NFC, without white space at its ends.
    public static func normalized(_ text: String) -> String? {
        let lower = text.asciiLowercased
        for scheme in ["http://", "https://"] where lower.hasPrefix(scheme) {
            return valid(scheme + text.utf8Dropping(scheme.utf8.count))
        }
        let bare = text.hasPrefix("//") ? text.utf8Dropping(2) : text
        let host = bare.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard host.contains(UInt8(ascii: ".")), host.first != UInt8(ascii: ".") else { return nil }
        return valid("http://" + bare)
    }

    private static func valid(_ text: String) -> String? {
        ThreadAddress.isAbsolute(text) ? text : nil
    }
}

extension String {
    fileprivate func utf8Dropping(_ count: Int) -> String { String(Substring(utf8.dropFirst(count))) }
}
