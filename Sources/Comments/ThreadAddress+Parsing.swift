import Text

extension ThreadAddress {
    public static let maximumLength = 2048

    /// Reads a thread as a submission names it: an absolute http or https address, or a path on the site (a bare slug is that path
    /// below `site`, one with a slash at its start is below the site's host). Without `site` a path stands for itself.
    ///
    /// Nothing is decoded or resolved: percent-escapes, `..` and letters outside ASCII stay as they are, only the host is made
    /// lower-case.
    /// - Parameter text: NFC, without white space at its ends.
    public init(_ text: String, on site: SiteAddress?) throws(ThreadAddressError) {
        var text = text
        guard text.utf8.count <= Self.maximumLength else { throw .tooLong(bytes: text.utf8.count) }
        switch text.withUTF8(Self.form) {
        case .failure(let error): throw error
        case .success(.absolute): self = try Self.absolute(text)
        case .success(.schemeless): self = try Self.absolute("https:" + text)
        case .success(.path):
            if let site {
                self = try Self.absolute((text.hasPrefix("/") ? site.origin : site.base) + text)
            } else {
                self = Self.path(text)
            }
        }
    }

    /// Whether a text is an absolute http or https address.
    public static func isAbsolute(_ text: String) -> Bool { HTTPAddress.isValid(text) }

    private enum Form {
        case absolute
        /// Begins with `//` and a host.
        case schemeless
        case path
    }

    private static func form(of bytes: UnsafeBufferPointer<UInt8>) -> Result<Form, ThreadAddressError> {
        guard let first = bytes.first, first != UInt8(ascii: "#") else { return .failure(.empty) }
        guard !HTTPAddress.hasForbiddenByte(bytes) else {
            return .failure(.invalidCharacter)
        }
        if HTTPAddress.scheme(of: bytes) != nil { return .success(.absolute) }
        if first == UInt8(ascii: "/") {
            return .success(bytes.count > 1 && bytes[1] == first ? .schemeless : .path)
        }
        let mark = bytes.first { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
        return mark == UInt8(ascii: ":") ? .failure(.otherScheme) : .success(.path)
    }

    // MARK: Canonical form

    private static func absolute(_ text: String) throws(ThreadAddressError) -> ThreadAddress {
        let sent = text
        var text = text
        let result = text.withUTF8 { bytes -> Result<ThreadAddress, ThreadAddressError> in
            do throws(ThreadAddressError) {
                let parts = try HTTPAddress(bytes)
                let canonical = try canonical(parts, bytes)
                let url = parts.end == bytes.count ? nil : String(decoding: bytes[..<parts.end], as: UTF8.self)
                return .success(ThreadAddress(canonical: canonical, url: url ?? sent))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func canonical(
        _ parts: HTTPAddress,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(ThreadAddressError) -> String {
        var pathEnd = parts.path.upperBound
        while pathEnd > parts.path.lowerBound, bytes[pathEnd - 1] == UInt8(ascii: "/") { pathEnd -= 1 }
        let path = bytes[parts.path.lowerBound..<pathEnd]
        if bytes[parts.host].contains(where: { $0 >= 0x80 }) {
            let host = String(decoding: bytes[parts.host], as: UTF8.self)
            guard !host.unicodeScalars.contains(where: \.isInvisible) else { throw .invalidHost }
            let port = parts.port.map { ":" + String(decoding: bytes[$0], as: UTF8.self) } ?? ""
            let rest = Array(path) + Array(bytes[parts.query])
            return "https://" + host.lowercased().nfc + port + String(decoding: rest, as: UTF8.self)
        }
        return String(unsafeUninitializedCapacity: bytes.count + 8) { buffer in
            var count = 0
            func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
                count = buffer[count...].update(fromContentsOf: bytes)
            }
            for byte in "https://".utf8 {
                buffer[count] = byte
                count += 1
            }
            for byte in bytes[parts.host] {
                buffer[count] = byte.asciiLowercased
                count += 1
            }
            if let port = parts.port { append(bytes[port.lowerBound - 1..<port.upperBound]) }
            append(path)
            append(bytes[parts.query])
            return count
        }
    }

    /// A path on a site whose address is not set.
    private static func path(_ text: String) -> ThreadAddress {
        let url = (text.hasPrefix("/") ? "" : "/") + text.prefix { $0 != "#" }
        let mark = url.firstIndex(of: "?") ?? url.endIndex
        var path = url[..<mark]
        while path != "/", path.last == "/" { path.removeLast() }
        let query = url[mark...]
        return ThreadAddress(canonical: String(path) + (query == "?" ? "" : query), url: url)
    }
}

// MARK: Parts of the canonical form

extension ThreadAddress {
    /// The canonical form's host with its port; nil for a path on a site whose address is not set.
    public var host: String? {
        withHost { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }

    /// Whether it is on another host than the site's; false where the site's address is not set.
    public func isForeign(to site: SiteAddress?) -> Bool {
        guard let site else { return false }
        return withHost { host in
            !host.isEmpty && !site.host.withBytes { $0.elementsEqual(UnsafeBufferPointer(rebasing: host)) }
        }
    }

    /// Path and query, as the canonical form has them.
    var pathAndQuery: Substring {
        let hostEnd = withHost(\.endIndex)
        return canonical[canonical.utf8.index(canonical.startIndex, offsetBy: hostEnd)...]
    }

    /// - Parameter body: is given the host's bytes among the canonical form's.
    private func withHost<Result>(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        var canonical = canonical
        return canonical.withUTF8 { bytes in
            let start = HTTPAddress.scheme(of: bytes)?.length ?? 0
            return body(bytes[start..<bytes.firstIndex(ofAny: UInt8(ascii: "/"), UInt8(ascii: "?"), from: start)])
        }
    }
}
