import Markup
import Text

/// A body that WordPress's filter has passed, taken apart, in UTF-8: its text without tags, and what stands in tags and comments;
/// references decoded.
struct TypedTexts {
    let text: [UInt8]
    private(set) var insideMarkup: [[UInt8]] = []

    init(_ filtered: UnsafeBufferPointer<UInt8>) {
        var text: [UInt8] = []
        text.reserveCapacity(filtered.count)
        var index = 0
        while index < filtered.count {
            let open = filtered.next(UInt8(ascii: "<"), from: index)
            text.append(contentsOf: UnsafeBufferPointer(rebasing: filtered[index..<open]))
            guard open < filtered.count else { break }
            let rest = filtered[open...]
            let isComment = rest.starts(with: "<!--".utf8)
            let end = isComment ? Self.commentEnd(in: rest) : rest.firstIndex(of: UInt8(ascii: ">"))
            let markup = filtered[(open + 1)..<(end ?? filtered.count)]
            insideMarkup += isComment ? [Self.decoded(markup)] : Self.values(in: markup)
            index = (end ?? filtered.count - 1) + 1
        }
        self.text = MarkupCleaner.decodingReferences(in: text)
    }

    /// The comment's last byte.
    private static func commentEnd(in rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        rest.indices.dropFirst(4).first { index in
            rest[index] == UInt8(ascii: ">") && rest[(index - 2)..<index].elementsEqual("--".utf8)
        }
    }

    private static func values(in tag: Slice<UnsafeBufferPointer<UInt8>>) -> [[UInt8]] {
        var values: [[UInt8]] = []
        var rest = tag
        while let open = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) {
            let close = rest[(open + 1)...].firstIndex(of: rest[open]) ?? rest.endIndex
            values.append(decoded(rest[(open + 1)..<close]))
            rest = rest[close...].dropFirst()
        }
        return values
    }

    private static func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        MarkupCleaner.decodingReferences(in: Array(bytes))
    }
}
