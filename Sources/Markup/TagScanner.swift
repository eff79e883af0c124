import Text

/// Finds tags, comments and the ends of hidden content in a body, as HTML's tokenizer does (section 13.2.5) and in linear time:
/// what was once looked for to the end in vain is not looked for again.
///
/// It is milder with what was hardly meant as markup: a name that is no element's, a tag or comment that never ends, and a
/// "tag" with operators where attributes should be (`a<b && c>d`) are text.
struct TagScanner {
    let bytes: [UInt8]
    private lazy var lastGreater = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    /// How many more tags may be followed to the end of the body in vain.
    private var patience = 8
    private var hasCommentEnd = true
    private var endless: [TagName] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The tag that starts with the `<` at `start`, or nil where it is text.
    mutating func tag(at start: Int) -> Tag? {
        var tag = Tag()
        var index = start + 1
        guard index < lastGreater else { return nil }
        if bytes[index] == UInt8(ascii: "/") {
            tag.isEnd = true
            index += 1
        }
        let nameStart = index
        while index <= lastGreater, !endsName(bytes[index]) {
            guard index - nameStart < TagName.maximumLength, tag.name.append(bytes[index]) else { return nil }
            index += 1
        }
        guard index > nameStart, let role = TagRole.of(tag.name) else { return nil }
        tag.role = role
        if bytes[index] == UInt8(ascii: ">") {
            tag.end = index + 1
            return tag
        }
        if patience > 0 {
            switch attributes(from: index, of: &tag) {
            case .ended: return tag
            case .notMarkup: return nil
            case .endless: patience -= 1
            }
        }
        guard let greater = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        tag.dropAttributes(beyond: greater)
        tag.end = greater + 1
        return tag
    }

    /// Where a comment, doctype, CDATA section or XML declaration that starts at `start` ends, or nil where it is text.
    mutating func endOfDeclaration(at start: Int) -> Int? {
        guard start + 2 < bytes.count else { return nil }
        let next = bytes[start + 2]
        if bytes[start + 1] == UInt8(ascii: "!") {
            if next == UInt8(ascii: "-"), start + 3 < bytes.count, bytes[start + 3] == UInt8(ascii: "-") {
                return endOfComment(from: start + 4)
            }
            guard next.isASCIILetter || next == UInt8(ascii: "[") else { return nil }
        } else {
            guard has("xml", at: start + 2) else { return nil }
        }
        guard start < lastGreater else { return nil }
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// Where the content hidden by a start tag ends, after its end tag; nil where that is missing and only the tag goes.
    mutating func endOfHidden(_ tag: Tag) -> Int? {
        guard !endless.contains(tag.name) else { return tag.role == .program ? bytes.count : nil }
        let end = tag.role == .hiddenTree ? endOfTree(tag) : endOfText(tag)
        if end == nil { endless.append(tag.name) }
        return end ?? (tag.role == .program ? bytes.count : nil)
    }

    // MARK: Parts

    private enum Outcome {
        case ended
        case endless
        case notMarkup
    }

    private func attributes(from start: Int, of tag: inout Tag) -> Outcome {
        let count = bytes.count
        var index = start
        while true {
            tag.isEmpty = false
            while index < count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
                tag.isEmpty = bytes[index] == UInt8(ascii: "/")
                index += 1
            }
            guard index < count else { return .endless }
            if bytes[index] == UInt8(ascii: ">") {
                tag.end = index + 1
                return .ended
            }
            if isOperator(bytes[index]), !tag.role.hidesContent { return .notMarkup }
            let nameStart = index
            index += 1
            while index < count, !endsName(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
            let nameEnd = index
            while index < count, isSpace(bytes[index]) { index += 1 }
            guard index < count else { return .endless }
            guard bytes[index] == UInt8(ascii: "=") else {
                note(nameStart..<nameEnd, nameEnd..<nameEnd, in: &tag)
                continue
            }
            index += 1
            while index < count, isSpace(bytes[index]) { index += 1 }
            guard index < count else { return .endless }
            let quote = bytes[index]
            var valueStart = index
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                valueStart += 1
                guard let end = bytes[valueStart...].firstIndex(of: quote) else { return .endless }
                note(nameStart..<nameEnd, valueStart..<end, in: &tag)
                index = end + 1
            } else {
                while index < count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
                note(nameStart..<nameEnd, valueStart..<index, in: &tag)
            }
        }
    }

    /// Keeps the first value of the attributes that are allowed somewhere.
    private func note(_ name: Range<Int>, _ value: Range<Int>, in tag: inout Tag) {
        switch name.count {
        case 4 where has("href", at: name.lowerBound): tag.href = tag.href ?? value
        case 4 where has("cite", at: name.lowerBound): tag.cite = tag.cite ?? value
        case 5 where has("title", at: name.lowerBound): tag.title = tag.title ?? value
        case 8 where has("datetime", at: name.lowerBound): tag.datetime = tag.datetime ?? value
        default: break
        }
    }

    private mutating func endOfComment(from start: Int) -> Int? {
        if start < bytes.count, bytes[start] == UInt8(ascii: ">") { return start + 1 }
        if start + 1 < bytes.count, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: ">") {
            return start + 2
        }
        guard hasCommentEnd else { return nil }
        var index = start
        while index + 2 < bytes.count {
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
                if bytes[index + 2] == UInt8(ascii: ">") { return index + 3 }
                if bytes[index + 2] == UInt8(ascii: "!"), index + 3 < bytes.count,
                    bytes[index + 3] == UInt8(ascii: ">")
                {
                    return index + 4
                }
            }
            index += 1
        }
        hasCommentEnd = false
        return nil
    }

    private mutating func endOfText(_ tag: Tag) -> Int? {
        var index = tag.end
        while let less = bytes[index...].firstIndex(of: UInt8(ascii: "<")), less < lastGreater {
            if bytes[less + 1] == UInt8(ascii: "/"), let end = self.tag(at: less), end.name == tag.name {
                return end.end
            }
            index = less + 1
        }
        return nil
    }

    private mutating func endOfTree(_ tag: Tag) -> Int? {
        var depth = 1
        var index = tag.end
        while let less = bytes[index...].firstIndex(of: UInt8(ascii: "<")), less < lastGreater {
            index = less + 1
            if bytes[index] == UInt8(ascii: "!") {
                index = endOfDeclaration(at: less) ?? index
            } else if let inner = self.tag(at: less) {
                index = inner.end
                if inner.name == tag.name {
                    depth += inner.isEnd ? -1 : inner.isEmpty ? 0 : 1
                    if depth == 0 { return index }
                } else if inner.role == .program, !inner.isEnd, let end = endOfHidden(inner) {
                    index = end
                }
            }
        }
        return nil
    }

    // MARK: Bytes

    private func has(_ word: StaticString, at start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where bytes[start + offset].asciiLowercased != word.utf8Start[offset] {
            return false
        }
        return true
    }

    @inline(__always)
    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    @inline(__always)
    private func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    /// A byte that starts no attribute anyone wrote on purpose, but an expression.
    private func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"),
            UInt8(ascii: "%"):
            true
        default:
            false
        }
    }
}
