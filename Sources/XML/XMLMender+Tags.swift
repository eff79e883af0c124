extension XMLMender {
    /// Writes a start tag, mended where needed, and remembers the element unless it is empty.
    mutating func write(_ tag: XMLTag, of source: [UInt8]) {
        let isPlain =
            tag.isRegular
            && tag.attributes.allSatisfy { attribute in
                !source[attribute.value].contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }
            } && !repeatsAttribute(tag, of: source)
        if isPlain {
            output.append(contentsOf: source[(tag.name.lowerBound - 1)..<tag.end])
            if !tag.isEmpty { open.begin(source[tag.name]) }
            return
        }
        var name: [UInt8] = []
        name.append(name: source[tag.name])
        if !tag.isEmpty { open.begin(name[...]) }
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name)
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
            output.append(contentsOf: name)
            output.append(contentsOf: "=\"".utf8)
            write(value: attribute.value, of: source)
            output.append(UInt8(ascii: "\""))
        }
        output.append(contentsOf: tag.isEmpty ? "/>".utf8 : ">".utf8)
    }

    private mutating func write(value: Range<Int>, of source: [UInt8]) {
        var index = value.lowerBound
        while index < value.upperBound {
            switch source[index] {
            case UInt8(ascii: "&"):
                index = reference(source, at: index, end: value.upperBound)
                continue
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case let byte: output.append(byte)
            }
            index += 1
        }
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
    /// Appends a name, with `_` for each character that may not stand in one (XML 1.0 section 2.3).
    fileprivate mutating func append(name: ArraySlice<UInt8>) {
        if name.allSatisfy({ $0 < 0x80 }) {
            append(contentsOf: name)
            return
        }
        var isFirst = true
        for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
            let isAllowed = scalar.value < 0x80 || scalar.beginsXMLName || (!isFirst && scalar.continuesXMLName)
            append(codePoint: isAllowed ? scalar.value : 0x5F)
            isFirst = false
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
