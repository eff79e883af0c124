import Text

/// The addresses that links may have: absolute ones of http, https and mailto, and paths from the site's root.
enum Address {
    enum Scheme {
        case web
        case mail
        /// None: a path from the root of the site itself.
        case site
    }

    /// The address as it may be written, or nil for any other: of another scheme, without a host, relative to a page.
    /// - Parameter value: decoded, without line breaks or controls.
    static func checked(_ value: [UInt8]) -> (address: [UInt8], scheme: Scheme)? {
        var range = value.startIndex..<value.endIndex
        while let first = value[range].first, first <= 0x20 { range.removeFirst() }
        while let last = value[range].last, last <= 0x20 { range.removeLast() }
        let value = value[range]
        if isRootPath(value) { return (encoded(value), .site) }
        guard let colon = value.firstIndex(of: UInt8(ascii: ":")), let scheme = scheme(value[..<colon]) else {
            return nil
        }
        switch scheme {
        case .mail: guard colon + 1 < value.endIndex else { return nil }
        case .web, .site: guard host(in: value, afterColon: colon) != nil else { return nil }
        }
        return (encoded(value), scheme)
    }

    /// The host of a checked web address, in lower case, without user and port.
    static func host(of address: [UInt8]) -> ArraySlice<UInt8>? {
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")),
            let host = host(in: address[...], afterColon: colon)
        else { return nil }
        return host.map(\.asciiLowercased)[...]
    }

    /// `/` and what follows it, unless that might be read as a host.
    private static func isRootPath(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.first == UInt8(ascii: "/") else { return false }
        guard let second = value.dropFirst().first else { return true }
        return second.isASCIIAlphanumeric || "?#._~-%".utf8.contains(second)
    }

    private static func scheme(_ name: ArraySlice<UInt8>) -> Scheme? {
        func has(_ word: StaticString) -> Bool {
            name.count == word.utf8CodeUnitCount
                && name.enumerated().allSatisfy { $1.asciiLowercased == word.utf8Start[$0] }
        }
        if has("https") || has("http") { return .web }
        return has("mailto") ? .mail : nil
    }

    private static func host(in value: ArraySlice<UInt8>, afterColon colon: Int) -> ArraySlice<UInt8>? {
        let slash = UInt8(ascii: "/")
        guard colon + 3 < value.endIndex, value[colon + 1] == slash, value[colon + 2] == slash else { return nil }
        let rest = value[(colon + 3)...]
        let end = rest.firstIndex { $0 == slash || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        let authority = rest[..<(end ?? rest.endIndex)]
        guard !authority.contains(where: isForbiddenInHost) else { return nil }
        let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
        if host.first == UInt8(ascii: "[") {
            return host.firstIndex(of: UInt8(ascii: "]")).map { host[...$0] }
        }
        let name = host[..<(host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex)]
        guard let first = name.first, first.isASCIIAlphanumeric || first >= 0x80 || first == UInt8(ascii: "_") else {
            return nil
        }
        return name
    }

    private static func isForbiddenInHost(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"):
            true
        default:
            false
        }
    }

    /// Spaces are percent-encoded, as readers of addresses disagree about them.
    private static func encoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        guard value.contains(0x20) else { return Array(value) }
        return value.flatMap { $0 == 0x20 ? Array("%20".utf8) : [$0] }
    }
}
