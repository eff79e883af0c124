extension XMLMender {
    /// Mends text between two tags.
    /// - Parameter mayGoOn: whether more of it may follow in the next piece.
    /// - Returns: how far it was read.
    mutating func text(_ source: [UInt8], _ range: Range<Int>, mayGoOn: Bool) -> Int {
        guard !open.isEmpty else {
            if !source[range].allSatisfy({ $0 <= 0x20 }) {
                trailing("text outside the document's element", at: range.lowerBound, in: source)
            }
            return range.upperBound
        }
        defer { texts.endText(behind: open.tags) }
        var index = range.lowerBound
        while let ampersand = source.first(UInt8(ascii: "&"), from: index, to: range.upperBound) {
            texts.append(source, index..<ampersand)
            if mayGoOn, range.upperBound - ampersand < XMLReference.longest,
                source.first(UInt8(ascii: ";"), from: ampersand, to: range.upperBound) == nil
            {
                return ampersand
            }
            index = textReference(source, at: ampersand, end: range.upperBound)
        }
        texts.append(source, index..<range.upperBound)
        return range.upperBound
    }

    private mutating func textReference(_ source: [UInt8], at index: Int, end: Int) -> Int {
        let reference = XMLReference(source, at: index, end: end)
        switch reference.meaning {
        case .predefined(let byte): texts.append(codePoint: UInt32(byte))
        case .character(let codePoint): texts.append(codePoint: codePoint)
        case .none:
            texts.append(codePoint: UInt32(UInt8(ascii: "&")))
            problem("& is no reference here", at: index, in: source)
        }
        return reference.end
    }

    /// Goes on within a CDATA section.
    mutating func cdata(_ source: [UInt8], from start: Int, isLast: Bool) -> Int {
        let end = source.first("]]>", from: start, to: source.count)
        // Two bytes may be the beginning of its end.
        let reached = end ?? (isLast ? source.count : max(start, source.count - 2))
        if !open.isEmpty {
            texts.append(source, start..<reached)
            texts.endText(behind: open.tags)
        }
        if end == nil, isLast { problem("the document ends within a CDATA section", at: reached, in: source) }
        guard end != nil || isLast else { return reached }
        state = .content
        return end.map { $0 + 3 } ?? reached
    }
}
