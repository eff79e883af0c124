import Text

/// A web address in a folded text: `http://…`, `https://…`, `www.…` or a bare domain with a known ending, up to the next space.
struct Address {
    let range: Range<Int>
    /// Its host, `www.` off; empty where there is none.
    let host: Range<Int>
    /// Whether it has no scheme.
    let isBare: Bool

    /// Appends the addresses of a text in order. Linear in the text.
    static func find(in text: [UInt8], into addresses: inout [Address]) {
        text.withUnsafeBufferPointer { text in
            var free = 0
            var index = 0
            while true {
                index = text.firstIndex(ofAny: UInt8(ascii: ":"), UInt8(ascii: "."), from: index)
                guard index < text.count else { break }
                if text[index] == UInt8(ascii: ":"), let start = scheme(text, endingAt: index), start >= free {
                    free = end(text, index)
                    addresses.append(Address(text, start..<free, hostFrom: index + 3, isBare: false))
                    index = free
                } else if text[index] == UInt8(ascii: "."), index + 1 < text.count, isDomainByte(text[index + 1]) {
                    let run = domain(text, around: index, from: free)
                    if isAddress(text, run) {
                        free = end(text, run.upperBound)
                        addresses.append(Address(text, run.lowerBound..<free, hostFrom: run.lowerBound, isBare: true))
                        index = free
                    } else {
                        index = max(run.upperBound, index + 1)
                    }
                } else {
                    index += 1
                }
            }
        }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hostFrom start: Int, isBare: Bool) {
        self.range = range
        self.isBare = isBare
        host = Self.host(text, start..<range.upperBound)
    }

    /// Where `http` or `https` begins that `://` follows at `colon`, or nil.
    private static func scheme(_ text: UnsafeBufferPointer<UInt8>, endingAt colon: Int) -> Int? {
        guard colon + 2 < text.count, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/") else {
            return nil
        }
        var index = colon
        if index > 0, text[index - 1] == UInt8(ascii: "s") { index -= 1 }
        guard index >= 4, text[index - 1] == UInt8(ascii: "p"), text[index - 2] == UInt8(ascii: "t"),
            text[index - 3] == UInt8(ascii: "t"), text[index - 4] == UInt8(ascii: "h")
        else { return nil }
        return index - 4
    }

    /// The run of letters, digits, hyphens and dots around a dot, dots and hyphens at its end off.
    private static func domain(_ text: UnsafeBufferPointer<UInt8>, around dot: Int, from free: Int) -> Range<Int> {
        var start = dot
        while start > free, isDomainByte(text[start - 1]) { start -= 1 }
        var end = dot + 1
        while end < text.count, isDomainByte(text[end]) { end += 1 }
        while end > start, !text[end - 1].isASCIIAlphanumeric { end -= 1 }
        return start..<end
    }

    private static func isDomainByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// Whether such a run is an address: not part of an e-mail address, with a known ending, a path or `www.`.
    private static func isAddress(_ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
        guard !run.isEmpty, text[run.lowerBound].isASCIIAlphanumeric,
            run.lowerBound == 0 || text[run.lowerBound - 1] != UInt8(ascii: "@"),
            run.upperBound == text.count || text[run.upperBound] != UInt8(ascii: "@")
        else { return false }
        if startsWithWWW(text, run) { return true }
        var start = run.upperBound
        var ending: UInt64 = 0
        while start > run.lowerBound, text[start - 1].isASCIILetter {
            start -= 1
            ending = ending << 8 | UInt64(text[start])
        }
        let length = run.upperBound - start
        guard start - run.lowerBound >= 2, text[start - 1] == UInt8(ascii: "."), length >= 2, length <= 8 else {
            return false
        }
        let hasPath = run.upperBound < text.count && text[run.upperBound] == UInt8(ascii: "/")
        return hasPath && length <= 4 || endings.contains(ending)
    }

    /// Ends of domains that no sentence goes on with after its full stop; each packed little-endian.
    private static let endings: Set<UInt64> = Set(
        """
        com net org info biz edu gov ru tv ly gl fm xyz top icu club shop site online store click vip buzz space website \
        link cc pw ws su ua de uk br pl cz fr nl eu jp cn
        """.split(separator: " ").map { $0.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    )

    private static func startsWithWWW(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.count > 4 && text[range.lowerBound + 3] == UInt8(ascii: ".")
            && (0..<3).allSatisfy { text[range.lowerBound + $0] == UInt8(ascii: "w") }
    }

    private static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < text.count, !isEnd(text[index]) { index += 1 }
        return index
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }

    /// The host of an address with or without a scheme.
    static func hostOfWebsite(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let colon = text.indices.first { index in
            text[index] == UInt8(ascii: ":") && index + 2 < text.count && text[index + 1] == UInt8(ascii: "/")
                && text[index + 2] == UInt8(ascii: "/")
        }
        return host(text, (colon.map { $0 + 3 } ?? 0)..<text.count)
    }

    /// The host in what follows an address's `//`.
    static func host(_ text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Range<Int> {
        var start = rest.lowerBound
        var end = start
        while end < rest.upperBound, !endsAuthority(text[end]) {
            if text[end] == UInt8(ascii: "@") { start = end + 1 }
            end += 1
        }
        end = (start..<end).first { text[$0] == UInt8(ascii: ":") } ?? end
        while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "!") { end -= 1 }
        if startsWithWWW(text, start..<end) { start += 4 }
        return start..<end
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ")"), UInt8(ascii: ","),
            UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: ";"):
            true
        default: false
        }
    }
}
