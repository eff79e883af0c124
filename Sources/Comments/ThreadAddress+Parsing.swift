import Text

extension ThreadAddress {
    /// Whether a text is an absolute http or https address with a host.
    public static func isAbsolute(_ text: String) -> Bool {
        let lower = text.asciiLowercased
        for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
            return lower.utf8.dropFirst(scheme.utf8.count).first.map {
                $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "[") || $0 >= 0x80
            }
                ?? false
        }
        return false
    }
}
