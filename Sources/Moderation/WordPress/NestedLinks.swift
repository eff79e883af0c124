import Text

/// The last step of WordPress's `make_clickable`: an anchor whose whole content is another anchor is one link.
enum NestedLinks {
    static func joined(_ html: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            let tag = html.next(UInt8(ascii: "<"), from: index)
            output += html[index..<tag]
            index = tag
            guard index < html.count else { break }
            if let outer = openingAnchor(in: html, at: index, mayBeBare: true),
                let inner = openingAnchor(in: html, at: outer, mayBeBare: false),
                let content = wholeContent(in: html, from: inner)
            {
                output += html[index..<outer]
                output += html[inner..<(content.upperBound + 4)]
                index = content.upperBound + 8
            } else {
                output.append(html[index])
                index += 1
            }
        }
        return output
    }

    /// Where the opening tag at `start` ends.
    private static func openingAnchor(in html: [UInt8], at start: Int, mayBeBare: Bool) -> Int? {
        guard html.isAnchorStart(at: start), start + 2 < html.count else { return nil }
        if mayBeBare, html[start + 2] == UInt8(ascii: ">") { return start + 3 }
        let isSpace = mayBeBare ? html[start + 2].isLineSpace : html[start + 2] == UInt8(ascii: " ")
        guard isSpace, let close = html[(start + 3)...].firstIndex(of: UInt8(ascii: ">")), close > start + 3 else {
            return nil
        }
        return close + 1
    }

    /// The text from `start` on, if nothing but `</a></a>` ends it.
    private static func wholeContent(in html: [UInt8], from start: Int) -> Range<Int>? {
        guard let close = html[start...].firstIndex(of: UInt8(ascii: ">")), close - 3 > start,
            html.isAnchorEnd(at: close - 3), html.isAnchorEnd(at: close + 1)
        else { return nil }
        return start..<(close - 3)
    }
}

extension [UInt8] {
    fileprivate func isAnchorEnd(at index: Int) -> Bool {
        index + 4 <= count && zip(self[index..<index + 4], "</a>".utf8).allSatisfy { $0.asciiLowercased == $1 }
    }
}

extension UInt8 {
    fileprivate var isLineSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
