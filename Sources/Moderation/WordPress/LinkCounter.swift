import Text

/// Counts links as WordPress does for `comment_max_links`: each `<a …href` in the body as it would display it, bare addresses made clickable.
enum LinkCounter {
    static func count(in body: StoredBody) -> Int {
        body.text.withBytes { bytes in
            bytes.mayLink ? anchors(in: NestedLinks.joined(ClickableText.made(slashed(bytes)))) : 0
        }
    }

    /// WordPress counts in a text that is escaped for its database, which the limits on lengths can tell.
    private static func slashed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var start = 0
        while true {
            let mark = bytes.firstIndex(ofAny: UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), from: start)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<mark]))
            guard mark < bytes.count else { return output }
            output.append(UInt8(ascii: "\\"))
            output.append(bytes[mark])
            start = mark + 1
        }
    }

    private static func anchors(in html: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while true {
            index = html.next(UInt8(ascii: "<"), from: index)
            guard index + 2 < html.count else { return count }
            guard html.isAnchorStart(at: index), html[index + 2] == UInt8(ascii: " ") else {
                index += 1
                continue
            }
            let end = html.next(UInt8(ascii: ">"), from: index)
            if html.hasHref(in: (index + 3)..<end) { count += 1 }
            index = end
        }
    }
}

extension [UInt8] {
    /// Whether `<a` in any case stands at `index`.
    func isAnchorStart(at index: Int) -> Bool {
        index + 1 < count && self[index] == UInt8(ascii: "<") && self[index + 1].asciiLowercased == UInt8(ascii: "a")
    }

    func hasHref(in range: Range<Int>) -> Bool {
        guard range.count >= 4 else { return false }
        return (range.lowerBound...(range.upperBound - 4)).contains { index in
            zip(self[index..<index + 4], "href".utf8).allSatisfy { $0.asciiLowercased == $1 }
        }
    }
}
