/// The document type declaration, of which only the beginning is kept.
struct XMLDoctype {
    /// As far as it names the dialect: its first bytes.
    private(set) var beginning: [UInt8] = []
    /// How many brackets of the internal subset are open.
    var depth = 0

    private static let kept = 256

    mutating func keep(_ source: [UInt8], _ range: Range<Int>) {
        beginning.append(contentsOf: source[range].prefix(max(0, Self.kept - beginning.count)))
    }
}

extension XMLMender {
    /// Passes over a comment or a processing instruction.
    mutating func skip(_ source: [UInt8], from start: Int, until end: StaticString, isLast: Bool) -> Int {
        guard let found = source.first(end, from: start, to: source.count) else {
            if isLast { problem("the document ends within a comment or an instruction", at: start, in: source) }
            return isLast ? source.count : max(start, source.count - end.utf8CodeUnitCount + 1)
        }
        state = .content
        return found + end.utf8CodeUnitCount
    }

    /// Passes over the document type declaration, minding quotes and comments, in which a `>` ends nothing.
    mutating func skipDoctype(_ source: [UInt8], from start: Int, isLast: Bool) -> Int {
        var index = start
        while index < source.count {
            let byte = source[index]
            let givesUp = isLast || source.count - index > limits.tag
            // Less may be the beginning of a comment.
            if byte == UInt8(ascii: "<"), source.count - index < 4, !isLast { return index }
            if byte == UInt8(ascii: "<"), source.holds("<!--", at: index) {
                let end = source.first("-->", from: index + 4, to: source.count)
                guard let end = end ?? (givesUp ? source.count - 3 : nil) else { return index }
                index = end + 3
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let end = source.first(byte, from: index + 1)
                guard let end = end ?? (givesUp ? index : nil) else { return index }
                doctype.keep(source, index..<(end + 1))
                index = end + 1
                continue
            }
            doctype.keep(source, index..<(index + 1))
            index += 1
            switch byte {
            case UInt8(ascii: "["):
                if doctype.depth == 0 {
                    problem("declarations of entities are not applied", at: index, in: source)
                }
                doctype.depth += 1
            case UInt8(ascii: "]"): doctype.depth = max(0, doctype.depth - 1)
            case UInt8(ascii: ">") where doctype.depth == 0:
                state = .content
                return index
            default: break
            }
        }
        return index
    }
}
