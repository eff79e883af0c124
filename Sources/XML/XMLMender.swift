/// Makes a well-formed document out of any UTF-8, in pieces and in bounded memory, so that libxml2 is only ever given
/// what it reads without trouble.
///
/// What is well-formed passes unchanged but for this: comments, processing instructions and the document type
/// declaration are dropped (so no entity is ever declared, let alone expanded); texts are decoded and go their way in
/// `texts`, so that tags are all of the document that it writes. Beyond that it reads stray `&` and `<` as text, quotes
/// attributes, ends elements that were left open and drops end tags that end nothing; each of these is a problem.
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
    /// What is to be mended next, UTF-8 with line feeds alone as line ends; appended to by the decoder.
    var input: [UInt8] = []
    /// The tags as they were mended since they were last taken.
    var output: [UInt8] = []
    /// The texts between them.
    var texts = XMLTextQueue()
    var state = State.content
    var open = XMLOpenElements()
    var doctype = XMLDoctype()
    var hasRoot = false
    private var saidTrailing = false
    /// Where `input` begins in the document.
    private var position = XMLPosition()

    init(limits: XMLLimits) {
        self.limits = limits
    }

    /// Whether the document's element has ended.
    var isFinished: Bool { hasRoot && open.isEmpty }

    /// The line that the next bytes begin in.
    var line: Int { position.line }

    /// Writes what can be told of the input to `output` and keeps the rest.
    mutating func mend(isLast: Bool) throws(XMLError) {
        var source: [UInt8] = []
        swap(&source, &input)
        let consumed = try mend(source, isLast: isLast)
        position.advance(over: source, count: consumed)
        source.removeSubrange(..<consumed)
        swap(&source, &input)
        guard isLast, !open.isEmpty else { return }
        problem("the document ends within \(open.innermost)", at: 0)
        while !open.isEmpty { open.endInnermost(into: &output) }
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
            guard problems.count <= limits.problems else {
                throw limit(.problems, limits.problems, at: index, in: source)
            }
            guard index == start else { continue }
            if !isLast { break }
            problem("the document ends within a tag", at: index, in: source)
            return source.count
        }
        return index
    }

    private mutating func content(_ source: [UInt8], from start: Int, isLast: Bool) throws(XMLError) -> Int {
        let tag = source.first(UInt8(ascii: "<"), from: start) ?? source.count
        if tag > start {
            let reached = text(source, start..<tag, mayGoOn: tag == source.count && !isLast)
            if reached < tag || tag == source.count { return reached }
        }
        return try markup(source, at: tag, isLast: isLast)
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
            trailing("an element after the document's element", at: index, in: source)
            return next
        default:
            problem("< begins no tag here", at: index, in: source)
            return open.isEmpty ? next : text(source, index..<next, mayGoOn: false)
        }
    }

    private mutating func declaration(_ source: [UInt8], at index: Int) -> Int {
        if source.holds("<!--", at: index) {
            state = .comment
            return index + 4
        }
        if source.holds("<![CDATA[", at: index) {
            state = .cdata
            return index + 9
        }
        state = .doctype
        doctype.depth = 0
        return index + 2
    }

    // MARK: Problems

    mutating func problem(_ message: String, at index: Int, in source: [UInt8] = []) {
        let place = place(of: index, in: source)
        problems.add(XMLProblem(line: place.line, column: place.column, message: message))
    }

    /// Says once that there is something behind the document's end.
    mutating func trailing(_ message: String, at index: Int, in source: [UInt8]) {
        if !saidTrailing { problem(message, at: index, in: source) }
        saidTrailing = true
    }

    func limit(_ limit: XMLError.Limit, _ allowed: Int, at index: Int, in source: [UInt8]) -> XMLError {
        .limit(limit, allowed: allowed, line: place(of: index, in: source).line)
    }

    private func place(of index: Int, in source: [UInt8]) -> XMLPosition {
        var place = position
        // A storm of problems must not count the same lines again and again.
        if !problems.isFull { place.advance(over: source, count: min(index, source.count)) }
        return place
    }
}
