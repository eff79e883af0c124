/// The site's own address, by which bare paths become addresses and foreign threads are told.
public struct SiteAddress: Sendable, Hashable {
    /// As the owner set it, with a slash at its end.
    public let base: String
    /// Scheme and host as set, without a slash.
    public let origin: String
    /// Lower-case, with a port that is not the default one.
    public let host: String

    /// nil where `url` is no absolute http or https address.
    public init?(_ url: String) {
        guard let address = try? ThreadAddress(url, on: nil), let host = address.host else { return nil }
        self.host = host
        let start = address.url.utf8.firstIndex(of: UInt8(ascii: ":"))!
        let authority = address.url.utf8.index(start, offsetBy: 3)
        let path = address.url.utf8[authority...].firstIndex { "/?".utf8.contains($0) } ?? address.url.endIndex
        let query = address.url.utf8.firstIndex(of: UInt8(ascii: "?")) ?? address.url.endIndex
        origin = String(address.url[..<path])
        let base = String(address.url[..<query])
        self.base = base.hasSuffix("/") ? base : base + "/"
    }
}
