import Text

extension XMLMender {
    /// Mends the start tag whose `<` is at `index`.
    /// - Returns: where it ends; `index` where it isn't whole.
    mutating func startTag(_ source: [UInt8], at index: Int, isLast: Bool) throws(XMLError) -> Int {
        guard open.count < limits.depth else { throw limit(.depth, limits.depth, at: index, in: source) }
        if let name = XMLTag.bareName(source, at: index, limit: limits.tag) {
            beginRoot()
            output.append(source, index..<(name.upperBound + 1))
            open.begin(source, name)
            return name.upperBound + 1
        }
        guard let tag = XMLTag(source, at: index, limit: limits.tag, isLast: isLast) else {
            guard source.count - index <= limits.tag else { throw limit(.tag, limits.tag, at: index, in: source) }
            return index
        }
        guard tag.attributes.count <= limits.attributes else {
            throw limit(.attributes, limits.attributes, at: index, in: source)
        }
        beginRoot()
        write(tag, of: source)
        return tag.end
    }

    /// With a declaration libxml2 reads every tag at once; without, it waits for the fourth byte of the document.
    private mutating func beginRoot() {
        if !hasRoot { output.append("<?xml version=\"1.0\"?>\n") }
        hasRoot = true
    }

    /// Mends the end tag whose `<` is at `index`.
    /// - Returns: where it ends; `index` where it isn't whole.
    mutating func endTag(_ source: [UInt8], at index: Int) throws(XMLError) -> Int {
        guard let close = source.first(UInt8(ascii: ">"), from: index) else {
            guard source.count - index <= limits.tag else { throw limit(.tag, limits.tag, at: index, in: source) }
            return index
        }
        var end = close
        while end > index + 2, source[end - 1] <= 0x20 { end -= 1 }
        switch open.end(source, (index + 2)..<end, into: &output) {
        case .matched: output.append(source, index..<(close + 1))
        case .closedOthers(let count):
            problem("\(count) unended element\(count == 1 ? "" : "s") before this end tag", at: index, in: source)
        case .unknown: problem("an end tag that ends nothing", at: index, in: source)
        }
        return close + 1
    }

    /// Writes a start tag, mended where needed, and remembers the element unless it is empty.
    private mutating func write(_ tag: XMLTag, of source: [UInt8]) {
        guard !isPlain(tag, of: source) else {
            output.append(source, (tag.name.lowerBound - 1)..<tag.end)
            open.begin(source, tag.name, isEmpty: tag.isEmpty)
            return
        }
        var name: [UInt8] = []
        name.append(name: source[tag.name])
        open.begin(name, 0..<name.count, isEmpty: tag.isEmpty)
        output.append(UInt8(ascii: "<"))
        output.append(name, 0..<name.count)
        if !tag.isRegular { problem("a tag that is not well-formed", at: tag.name.lowerBound, in: source) }
        var seen: Set<[UInt8]> = []
        for attribute in tag.attributes {
            var name: [UInt8] = []
            name.append(name: source[attribute.name])
            guard seen.insert(name).inserted else {
                if tag.isRegular {
                    problem("an attribute that is given twice", at: attribute.name.lowerBound, in: source)
                }
                continue
            }
            output.append(UInt8(ascii: " "))
            output.append(name, 0..<name.count)
            output.append("=\"")
            write(value: attribute.value, of: source)
            output.append(UInt8(ascii: "\""))
        }
        output.append(tag.isEmpty ? "/>" : ">")
    }

    /// Whether a tag may be copied as it is.
    private func isPlain(_ tag: XMLTag, of source: [UInt8]) -> Bool {
        tag.isRegular
            && tag.attributes.allSatisfy { attribute in
                let value = attribute.value
                return source.first(UInt8(ascii: "&"), from: value.lowerBound, to: value.upperBound) == nil
                    && source.first(UInt8(ascii: "<"), from: value.lowerBound, to: value.upperBound) == nil
            } && !repeatsAttribute(tag, of: source)
    }

    private mutating func write(value: Range<Int>, of source: [UInt8]) {
        var index = value.lowerBound
        while index < value.upperBound {
            switch source[index] {
            case UInt8(ascii: "&"):
                index = valueReference(source, at: index, end: value.upperBound)
                continue
            case UInt8(ascii: "<"): output.append("&lt;")
            case UInt8(ascii: "\""): output.append("&quot;")
            case let byte: output.append(byte)
            }
            index += 1
        }
    }

    private mutating func valueReference(_ source: [UInt8], at index: Int, end: Int) -> Int {
        let reference = XMLReference(source, at: index, end: end)
        switch reference.meaning {
        case .predefined: output.append(source, index..<reference.end)
        case .character(let codePoint): output.append(escaped: codePoint)
        case .none:
            output.append("&amp;")
            problem("& is no reference here", at: index, in: source)
        }
        return reference.end
    }

    private func repeatsAttribute(_ tag: XMLTag, of source: [UInt8]) -> Bool {
        guard tag.attributes.count > 1 else { return false }
        for (position, attribute) in tag.attributes.enumerated().dropFirst() {
            let name = source[attribute.name]
            if tag.attributes[..<position].contains(where: { $0.name.count == name.count && source[$0.name] == name }) {
                return true
            }
        }
        return false
    }
}

extension [UInt8] {
    /// Appends a character of a quoted value, as a reference where XML would read it otherwise.
    fileprivate mutating func append(escaped codePoint: UInt32) {
        switch codePoint {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x09, 0x0A, 0x0D: append(contentsOf: "&#\(codePoint);".utf8)
        default: append(codePoint: codePoint)
        }
    }

    /// Appends a name, with `_` for each character that may not stand in one (XML 1.0 section 2.3), and before one that
    /// may not follow a second colon.
    fileprivate mutating func append(name: ArraySlice<UInt8>) {
        if name.isPlainName {
            append(contentsOf: name)
            return
        }
        var previous: Unicode.Scalar?
        var colons = 0
        for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
            let isAllowed = scalar.value < 0x80 || scalar.beginsXMLName || (previous != nil && scalar.continuesXMLName)
            let begins = scalar.isASCII ? UInt8(scalar.value).beginsXMLName : scalar.beginsXMLName
            if previous == ":", colons > 1, !begins { append(UInt8(ascii: "_")) }
            append(codePoint: isAllowed ? scalar.value : 0x5F)
            if scalar == ":" { colons += 1 }
            previous = scalar
        }
    }
}

extension Unicode.Scalar {
    fileprivate var beginsXMLName: Bool {
        switch value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
            0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    fileprivate var continuesXMLName: Bool {
        switch value {
        case 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }
}
