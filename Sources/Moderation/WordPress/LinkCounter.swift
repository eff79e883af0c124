import Text

/// Counts links as WordPress does for `comment_max_links`: each `<a …href` in the body as it would display it, bare addresses made clickable.
enum LinkCounter {
    static func count(in body: StoredBody) -> Int {
        guard mayLink(body.bytes) else { return 0 }
        return anchors(in: NestedLinks.joined(ClickableText.made(slashed(body.bytes))))
    }

    /// Whether anything in the text could be a link: a tag, `://`, `www.`, `ftp.` or `@`.
    private static func mayLink(_ bytes: [UInt8]) -> Bool {
        var index = -1
        repeat {
            index = bytes.next(UInt8(ascii: "<"), UInt8(ascii: "@"), UInt8(ascii: ":"), from: index + 1)
            guard index < bytes.count else { return ClickableText.nextHost(in: bytes, from: 0) < bytes.count }
        } while bytes[index] == UInt8(ascii: ":") && !bytes.isHierarchy(at: index)
        return true
    }

    /// WordPress counts in a text that is escaped for its database, which the limits on lengths can tell.
    private static func slashed(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        while true {
            let mark = bytes.next(UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), from: start)
            guard mark < bytes.count else { break }
            output += bytes[start..<mark]
            output.append(UInt8(ascii: "\\"))
            output.append(bytes[mark])
            start = mark + 1
        }
        return start == 0 ? bytes : output + bytes[start...]
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
