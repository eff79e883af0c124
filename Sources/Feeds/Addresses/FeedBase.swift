/// The base that relative addresses of a feed are resolved against, and its rules of which addresses are safe.
///
/// A class, so that handing it on costs one reference.
final class FeedBase: Sendable {
    /// Empty where the feed's own address is unknown.
    let address: String
    private let reference: URIReference
    private let plain: PlainBase?

    init(_ address: String = "") {
        self.address = address
        reference = URIReference(address)
        plain = PlainBase(reference, isSafe: Self.isSafe(reference))
    }

    /// The longest base that is kept, so that bases within bases can't grow without end.
    private static let longest = 2048

    /// An address of more bytes is nobody's: it stays as it is.
    private static let longestResolved = 1 << 16

    /// What stands before the value of an attribute that is a relative path when it is made absolute; nil where it is
    /// not simply one.
    func prefix(ofValue value: ArraySlice<UInt8>) -> [UInt8]? { plain?.prefix(ofValue: value) }

    /// `address` made absolute. Slashes too many after the scheme are dropped.
    func resolve(_ address: String) -> String {
        if address.utf8.withContiguousStorageIfAvailable(Self.isAbsolute) == true { return address }
        guard address.utf8.count <= Self.longestResolved else { return address }
        let address = Self.withoutExtraSlashes(address)
        guard !self.address.isEmpty else { return address }
        guard !address.isEmpty else { return self.address }
        if let resolved = plain?.resolved(address) { return resolved }
        return URIReference(address).resolved(against: reference).text
    }

    /// Whether an address begins `http://` or `https://`: no base makes it another.
    static func isAbsolute(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        guard address.count > 8, address[0] == UInt8(ascii: "h"), address[1] == UInt8(ascii: "t"),
            address[2] == UInt8(ascii: "t"), address[3] == UInt8(ascii: "p")
        else { return false }
        let colon = address[4] == UInt8(ascii: "s") ? 5 : 4
        return address[colon] == UInt8(ascii: ":") && address[colon + 1] == UInt8(ascii: "/")
            && address[colon + 2] == UInt8(ascii: "/")
            && address[colon + 3] != UInt8(ascii: "/")
    }

    /// An address within markup, made absolute; empty where its scheme is not one that a link may have.
    func resolveSafely(_ address: String) -> String {
        guard !self.address.isEmpty else { return address }
        guard !address.isEmpty else { return Self.isSafe(reference) ? self.address : "" }
        guard address.utf8.count <= Self.longestResolved else { return "" }
        if let resolved = plain?.resolved(address) { return resolved }
        let resolved = URIReference(Self.withoutExtraSlashes(address)).resolved(against: reference)
        return Self.isSafe(resolved) ? resolved.text : ""
    }

    private static func isSafe(_ reference: URIReference) -> Bool {
        reference.scheme.map(schemes.contains) ?? false
    }

    /// The base of an element with `xml:base`; this one where it names no usable one.
    func nested(_ base: String) -> FeedBase {
        guard base.utf8.count <= Self.longest else { return self }
        let resolved = address.isEmpty ? Self.withoutExtraSlashes(base) : resolveSafely(base)
        return resolved.isEmpty || resolved.utf8.count > Self.longest ? self : FeedBase(resolved)
    }

    private static func withoutExtraSlashes(_ address: String) -> String {
        var slashes = 0
        var isExtra = false
        for byte in address.utf8.prefix(24) {
            slashes = byte == UInt8(ascii: "/") ? slashes + 1 : 0
            if slashes == 3 { isExtra = true }
        }
        guard isExtra, let start = address.firstRange(of: ":///"), !address.hasPrefix("file:") else { return address }
        guard URIReference(address).scheme != nil else { return address }
        return address[..<start.lowerBound] + "://" + address[start.upperBound...].drop { $0 == "/" }
    }

    private static let schemes: Set<String> = [
        "file", "ftp", "gopher", "h323", "hdl", "http", "https", "imap", "magnet", "mailto", "mms", "news", "nntp",
        "prospero", "rsync", "rtsp", "rtspu", "sftp", "shttp", "sip", "sips", "snews", "svn", "svn+ssh", "telnet",
        "wais", "aim", "callto", "cvs", "facetime", "feed", "git", "gtalk", "irc", "ircs", "irc6", "itms", "msnim",
        "skype", "ssh", "smb", "ymsg",
    ]
}
