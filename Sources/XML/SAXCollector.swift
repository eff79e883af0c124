import CLibXML2

/// Gathers what libxml2 tells of a piece of a document, between the texts that passed it by.
struct SAXCollector {
    typealias Bytes = UnsafePointer<xmlChar>
    typealias List = UnsafeBufferPointer<UnsafePointer<xmlChar>?>

    private let context: xmlParserCtxtPtr
    private let handler: any XMLEventHandler
    private let limits: XMLLimits
    private(set) var events = XMLEvents()
    private(set) var problems = XMLProblemList()
    /// What stopped the parser.
    private(set) var failure: XMLError?
    private var names = XMLNames()
    /// Of the elements that are open.
    private var kinds: [Int] = []
    /// How many starts and ends of elements have gone by.
    private var tags = 0
    private var textBytes = 0
    private var line = 1

    init(_ context: xmlParserCtxtPtr, handler: any XMLEventHandler, limits: XMLLimits) {
        self.context = context
        self.handler = handler
        self.limits = limits
    }

    /// Begins with a piece by taking over its texts.
    /// - Parameter line: where the piece comes from, for messages.
    mutating func begin(_ texts: inout XMLTextQueue, line: Int) {
        swap(&events.texts, &texts)
        self.line = line
    }

    /// Ends with the piece.
    mutating func end(_ texts: inout XMLTextQueue) {
        events.removeAll()
        swap(&events.texts, &texts)
        texts.removeAll()
    }

    /// Forgets the events that the handler has seen.
    mutating func removeEvents() { events.removeAll() }

    /// Takes the texts that stand behind the last tag.
    mutating func takeLastTexts() { takeTexts(behind: .max) }

    private mutating func takeTexts(behind tags: Int) {
        while failure == nil, let range = events.texts.next(behind: tags) {
            textBytes += range.count
            if textBytes > limits.text { return stop(.limit(.text, allowed: limits.text, line: line)) }
            events.list.append(.text(range))
        }
    }

    private mutating func stop(_ error: XMLError) {
        failure = error
        xmlStopParser(context)
    }

    // MARK: What libxml2 tells

    mutating func start(_ local: Bytes?, _ prefix: Bytes?, _ uri: Bytes?, declarations: List, attributes: List) {
        takeTexts(behind: tags)
        guard failure == nil else { return }
        (tags, textBytes) = (tags + 1, 0)
        do throws(XMLError) {
            if !declarations.isEmpty { try declare(declarations) }
            let index = try name(local, prefix, uri, isElement: true)
            let bare = events.bare[index]
            kinds.append(bare.kind)
            if declarations.isEmpty, attributes.isEmpty { return events.list.append(.start(index)) }
            events.start(
                XMLElement(
                    name: bare.name,
                    kind: bare.kind,
                    attributes: try read(attributes),
                    namespaces: Self.read(declarations)
                )
            )
        } catch {
            stop(error)
        }
    }

    mutating func end() {
        takeTexts(behind: tags)
        guard failure == nil, let kind = kinds.popLast() else { return }
        (tags, textBytes) = (tags + 1, 0)
        events.list.append(.end(kind: kind))
    }

    /// libxml2 takes a part of a tag for text: it counts other tags than were counted for the texts.
    mutating func text() {
        guard failure == nil else { return }
        stop(.parser(message: problems.problems.last?.message ?? "a tag that libxml2 can't read", line: line))
    }

    mutating func problem(_ error: xmlError) {
        if problems.count >= limits.problems { stop(.limit(.problems, allowed: limits.problems, line: line)) }
        guard !problems.isFull else { return problems.addUntold() }
        let message = error.message.map { String(cString: $0) } ?? "an error without a message"
        let trimmed = message.split(separator: "\n").first.map(String.init) ?? message
        problems.add(XMLProblem(line: line, column: Int(max(1, error.int2)), message: trimmed))
    }

    // MARK: Names and attributes

    /// The index of a name among the events' elements without attributes.
    private mutating func name(
        _ local: Bytes?,
        _ prefix: Bytes?,
        _ uri: Bytes?,
        isElement: Bool
    ) throws(XMLError) -> Int {
        // An attribute's name has a kind of its own: its key differs from an element's by the lowest bit.
        let key = XMLNames.Key(
            local: UInt(bitPattern: local) &* 2 &+ (isElement ? 1 : 0),
            prefix: UInt(bitPattern: prefix),
            namespace: UInt(bitPattern: uri)
        )
        if let index = names.find(key) { return index }
        guard names.count < limits.names else { throw XMLError.limit(.names, allowed: limits.names, line: line) }
        let name = XMLName(
            prefix: prefix.map { String(cString: $0) },
            namespace: uri.map { String(cString: $0) },
            local: local.map { String(cString: $0) } ?? ""
        )
        events.addName(name, kind: isElement ? handler.classify(name) : 0)
        return names.add(key)
    }

    private mutating func declare(_ pointers: List) throws(XMLError) {
        for index in stride(from: 0, to: pointers.count, by: 2) {
            names.declare(prefix: UInt(bitPattern: pointers[index]), uri: UInt(bitPattern: pointers[index + 1]))
        }
        guard names.count <= limits.names else { throw XMLError.limit(.names, allowed: limits.names, line: line) }
    }

    /// libxml2 gives two pointers a declaration: prefix and URI.
    private static func read(_ pointers: List) -> [XMLNamespaceDeclaration] {
        stride(from: 0, to: pointers.count, by: 2).map { index in
            XMLNamespaceDeclaration(
                prefix: pointers[index].map { String(cString: $0) },
                uri: pointers[index + 1].map { String(cString: $0) } ?? ""
            )
        }
    }

    /// libxml2 gives five pointers an attribute: local name, prefix, URI, and the value's begin and end.
    private mutating func read(_ pointers: List) throws(XMLError) -> [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        attributes.reserveCapacity(pointers.count / 5)
        for index in stride(from: 0, to: pointers.count, by: 5) {
            let name = try name(pointers[index], pointers[index + 1], pointers[index + 2], isElement: false)
            let begin = pointers[index + 3]
            let count = begin.flatMap { begin in pointers[index + 4].map { $0 - begin } } ?? 0
            let value = String(decoding: UnsafeBufferPointer(start: begin, count: count), as: UTF8.self)
            attributes.append(XMLAttribute(name: events.bare[name].name, value: value))
        }
        return attributes
    }
}
