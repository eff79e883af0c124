@preconcurrency import Glibc

/// Makes a well-formed document out of any UTF-8, in pieces and in bounded memory, so that libxml2 is only ever given
/// what it reads without trouble.
///
/// What is well-formed passes unchanged but for this: comments, processing instructions and the document type
/// declaration are dropped (so no entity is ever declared, let alone expanded), HTML's named characters are written
/// out. Beyond that it escapes stray `&` and `<`, quotes attributes, ends elements that were left open and drops end
/// tags that end nothing; each of these is a problem.
struct XMLMender {
    enum State {
        case content
        case cdata
        case comment
        case instruction
        case doctype
    }

    let limits: XMLLimits
    var problems = XMLProblemList()
    /// The document type declaration as far as it names the dialect: its first bytes.
    private(set) var doctype: [UInt8] = []
    var output: [UInt8] = []
    var open = XMLOpenElements()
    private var input: [UInt8] = []
    private var state = State.content
    private var doctypeDepth = 0
    private var total = 0
    private var hasRoot = false
    private var saidTrailing = false
    // Where `input` begins in the document.
    private var line = 1
    private var column = 1

    init(limits: XMLLimits) {
        self.limits = limits
    }

    /// Whether the document's element has ended.
    private var isFinished: Bool { hasRoot && open.isEmpty }

    /// Takes the next bytes and writes what can be told of them to `output`.
    mutating func feed(_ bytes: [UInt8], isLast: Bool) throws(XMLError) {
        total += bytes.count
        guard total <= limits.bytes else { throw .limit(.bytes, allowed: limits.bytes, line: line) }
        input.append(contentsOf: bytes)
        let source = input
        input = []
        let consumed = try mend(source, isLast: isLast)
        advance(over: source[..<consumed])
        input.append(contentsOf: source[consumed...])
        guard isLast else { return }
        if !open.isEmpty {
            problem("the document ends within \(open.innermost)", at: 0)
            while !open.isEmpty { open.endInnermost(into: &output) }
        }
    }

    private mutating func mend(_ source: [UInt8], isLast: Bool) throws(XMLError) -> Int {
        var index = 0
        while index < source.count {
            let start = index
            switch state {
            case .content: index = try content(source, from: index, isLast: isLast)
            case .cdata: index = cdata(source, from: index, isLast: isLast)
            case .comment: index = skip(source, from: index, until: "-->", isLast: isLast)
            case .instruction: index = skip(source, from: index, until: "?>", isLast: isLast)
            case .doctype: index = skipDoctype(source, from: index, isLast: isLast)
            }
            if index == start, !isLast { break }
            if index == start { index = try giveUp(source, at: index) }
        }
        return index
    }

    // MARK: Content

    private mutating func content(_ source: [UInt8], from start: Int, isLast: Bool) throws(XMLError) -> Int {
        let tag = source.first(UInt8(ascii: "<"), from: start) ?? source.count
        if tag > start {
            let reached = text(source, start..<tag, mayGoOn: tag == source.count && !isLast)
            if reached < tag || tag == source.count { return reached }
        }
        return try markup(source, at: tag, isLast: isLast)
    }

    private mutating func text(_ source: [UInt8], _ range: Range<Int>, mayGoOn: Bool) -> Int {
        guard !open.isEmpty else {
            let isBlank = source[range].allSatisfy { $0 <= 0x20 }
            if !isBlank, !saidTrailing {
                saidTrailing = true
                problem("text outside the document's element", at: range.lowerBound, in: source)
            }
            return range.upperBound
        }
        var index = range.lowerBound
        while let ampersand = source.first(UInt8(ascii: "&"), from: index, to: range.upperBound) {
            appendText(source, index..<ampersand)
            if mayGoOn, range.upperBound - ampersand < XMLReference.longest,
                source.first(UInt8(ascii: ";"), from: ampersand, to: range.upperBound) == nil
            {
                return ampersand
            }
            index = reference(source, at: ampersand, end: range.upperBound)
        }
        // Two brackets at the end may be the beginning of "]]>".
        var end = range.upperBound
        if mayGoOn {
            while end > index, range.upperBound - end < 2, source[end - 1] == UInt8(ascii: "]") { end -= 1 }
        }
        appendText(source, index..<end)
        return end
    }

    /// Appends text without references; "]]>" may not stand in it.
    private mutating func appendText(_ source: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        while let end = source.first("]]>", from: start, to: range.upperBound) {
            output.append(contentsOf: source[start..<end])
            output.append(contentsOf: "]]&gt;".utf8)
            start = end + 3
        }
        output.append(contentsOf: source[start..<range.upperBound])
    }

    /// Mends the reference at an `&` and returns where it ends.
    mutating func reference(_ source: [UInt8], at index: Int, end: Int) -> Int {
        let reference = XMLReference(source, at: index, end: end)
        switch reference.meaning {
        case .asItStands: output.append(contentsOf: source[index..<reference.end])
        case .character(let codePoint): output.append(escaped: codePoint)
        case .none:
            output.append(contentsOf: "&amp;".utf8)
            problem("& is no reference here", at: index, in: source)
        }
        return reference.end
    }

    private mutating func markup(_ source: [UInt8], at index: Int, isLast: Bool) throws(XMLError) -> Int {
        let next = index + 1
        guard next < source.count else { return index }
        switch source[next] {
        case UInt8(ascii: "/"): return try endTag(source, at: index)
        case UInt8(ascii: "?"):
            state = .instruction
            return next + 1
        case UInt8(ascii: "!"):
            guard source.count - index >= 9 || isLast else { return index }
            return declaration(source, at: index)
        case let byte where byte.beginsXMLName && !isFinished: return try startTag(source, at: index, isLast: isLast)
        case let byte where byte.beginsXMLName:
            if !saidTrailing { problem("an element after the document's element", at: index, in: source) }
            saidTrailing = true
            return next
        default:
            if !open.isEmpty { output.append(contentsOf: "&lt;".utf8) }
            problem("< begins no tag here", at: index, in: source)
            return next
        }
    }

    private mutating func declaration(_ source: [UInt8], at index: Int) -> Int {
        let rest = source[index...]
        if rest.starts(with: "<!--".utf8) {
            state = .comment
            return index + 4
        }
        if rest.starts(with: "<![CDATA[".utf8) {
            state = .cdata
            if !open.isEmpty { output.append(contentsOf: "<![CDATA[".utf8) }
            return index + 9
        }
        state = .doctype
        doctypeDepth = 0
        return index + 2
    }

    private mutating func startTag(_ source: [UInt8], at index: Int, isLast: Bool) throws(XMLError) -> Int {
        guard let tag = XMLTag(source, at: index, limit: limits.tag, isLast: isLast) else {
            guard source.count - index <= limits.tag else { throw limit(.tag, limits.tag, at: index, in: source) }
            return index
        }
        guard open.count < limits.depth else { throw limit(.depth, limits.depth, at: index, in: source) }
        guard tag.attributes.count <= limits.attributes else {
            throw limit(.attributes, limits.attributes, at: index, in: source)
        }
        hasRoot = true
        write(tag, of: source)
        return tag.end
    }

    private mutating func endTag(_ source: [UInt8], at index: Int) throws(XMLError) -> Int {
        guard let close = source.first(UInt8(ascii: ">"), from: index) else {
            guard source.count - index <= limits.tag else { throw limit(.tag, limits.tag, at: index, in: source) }
            return index
        }
        var end = close
        while end > index + 2, source[end - 1] <= 0x20 { end -= 1 }
        switch open.end(source[(index + 2)..<end], into: &output) {
        case .matched: break
        case .closedOthers(let count):
            problem("\(count) unended element\(count == 1 ? "" : "s") before this end tag", at: index, in: source)
        case .unknown: problem("an end tag that ends nothing", at: index, in: source)
        }
        return close + 1
    }

    // MARK: What isn't content

    private mutating func cdata(_ source: [UInt8], from start: Int, isLast: Bool) -> Int {
        let end = source.first("]]>", from: start, to: source.count)
        // Two bytes may be the beginning of its end.
        let reached = end ?? (isLast ? source.count : max(start, source.count - 2))
        if !open.isEmpty {
            output.append(contentsOf: source[start..<reached])
            if end != nil || isLast { output.append(contentsOf: "]]>".utf8) }
        }
        if end == nil, isLast { problem("the document ends within a CDATA section", at: reached, in: source) }
        guard end != nil || isLast else { return reached }
        state = .content
        return end.map { $0 + 3 } ?? reached
    }

    private mutating func skip(_ source: [UInt8], from start: Int, until end: StaticString, isLast: Bool) -> Int {
        guard let found = source.first(end, from: start, to: source.count) else {
            if isLast { problem("the document ends within a comment or an instruction", at: start, in: source) }
            return isLast ? source.count : max(start, source.count - end.utf8CodeUnitCount + 1)
        }
        state = .content
        return found + end.utf8CodeUnitCount
    }

    /// Passes over the document type declaration, minding quotes and comments, in which a `>` ends nothing.
    private mutating func skipDoctype(_ source: [UInt8], from start: Int, isLast: Bool) -> Int {
        var index = start
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "<"), source[index...].starts(with: "<!--".utf8) {
                let end = source.first("-->", from: index + 4, to: source.count)
                guard let end = end ?? (isLast || source.count - index > limits.tag ? source.count - 3 : nil) else {
                    return index
                }
                index = end + 3
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let end = source.first(byte, from: index + 1)
                guard let end = end ?? (isLast || source.count - index > limits.tag ? index : nil) else { return index }
                keepDoctype(source[index...end])
                index = end + 1
                continue
            }
            keepDoctype(source[index...index])
            index += 1
            switch byte {
            case UInt8(ascii: "["):
                if doctypeDepth == 0 { problem("declarations of entities are not applied", at: index, in: source) }
                doctypeDepth += 1
            case UInt8(ascii: "]"): doctypeDepth = max(0, doctypeDepth - 1)
            case UInt8(ascii: ">") where doctypeDepth == 0:
                state = .content
                return index
            default: break
            }
        }
        return index
    }

    private mutating func keepDoctype(_ bytes: ArraySlice<UInt8>) {
        doctype.append(contentsOf: bytes.prefix(max(0, 256 - doctype.count)))
    }

    /// At the end of the document, something is incomplete: it is read as text.
    private mutating func giveUp(_ source: [UInt8], at index: Int) throws(XMLError) -> Int {
        problem("the document ends within a tag", at: index, in: source)
        return source.count
    }

    // MARK: Positions

    mutating func problem(_ message: String, at index: Int, in source: [UInt8] = []) {
        let position = position(of: index, in: source)
        problems.add(XMLProblem(line: position.line, column: position.column, message: message))
    }

    private func limit(_ limit: XMLError.Limit, _ allowed: Int, at index: Int, in source: [UInt8]) -> XMLError {
        .limit(limit, allowed: allowed, line: position(of: index, in: source).line)
    }

    private func position(of index: Int, in source: [UInt8]) -> (line: Int, column: Int) {
        // A storm of problems must not count the same lines again and again.
        guard problems.problems.count < 20 else { return (line, column) }
        var line = line
        var column = column
        for byte in source.prefix(index) {
            column += 1
            if byte == 0x0A { (line, column) = (line + 1, 1) }
        }
        return (line, column)
    }

    /// The line that the next bytes begin in.
    var currentLine: Int { line }

    private mutating func advance(over bytes: ArraySlice<UInt8>) {
        var lines = 0
        var start = bytes.startIndex
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var offset = 0
            while let found = memchr(base + offset, 0x0A, buffer.count - offset) {
                lines += 1
                offset = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
                start = bytes.startIndex + offset
            }
        }
        line += lines
        column = (lines > 0 ? 1 : column) + bytes.endIndex - start
    }
}
