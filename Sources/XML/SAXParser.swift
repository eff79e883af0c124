import CLibXML2

/// libxml2's push parser: the one place that touches it for reading. It is given UTF-8 that is well-formed, save for
/// what only libxml2 knows of (namespaces), and calls back into a handler.
final class SAXParser {
    private let context: xmlParserCtxtPtr
    private let handler: any XMLHandler
    private let limits: XMLLimits
    private var names = XMLNames()
    private var kinds: [Int] = []
    private var texts = XMLTextQueue()
    private var textBytes = 0
    private var line = 1
    private(set) var problems = XMLProblemList()
    private var failure: (any Error)?

    init(handler: any XMLHandler, limits: XMLLimits) throws(XMLError) {
        _ = Self.isStarted
        self.handler = handler
        self.limits = limits
        var sax = Self.callbacks
        guard let context = xmlCreatePushParserCtxt(&sax, nil, nil, 0, nil) else { throw .unavailable }
        self.context = context
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        // NOENT has `&amp;` in attributes read as text; there are no other entities.
        let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
        xmlCtxtUseOptions(context, Int32(bitPattern: options))
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    }

    deinit { xmlFreeParserCtxt(context) }

    private static let isStarted: Bool = {
        xmlInitParser()
        return true
    }()

    /// Takes over what the marks in the bytes to come stand for.
    func take(_ texts: inout XMLTextQueue) { self.texts.append(from: &texts) }

    /// - Parameter line: where the bytes come from, for messages.
    func parse(_ bytes: [UInt8], line: Int, isLast: Bool) throws {
        self.line = line
        bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count, failure == nil, context.pointee.disableSAX == 0 {
                let count = min(buffer.count - start, 1 << 16)
                let chunk = buffer.baseAddress!.advanced(by: start).assumingMemoryBound(to: CChar.self)
                xmlParseChunk(context, chunk, Int32(count), 0)
                start += count
            }
        }
        if isLast, failure == nil, context.pointee.disableSAX == 0 { xmlParseChunk(context, nil, 0, 1) }
        if let failure { throw failure }
        if context.pointee.disableSAX != 0 {
            throw XMLError.parser(message: problems.problems.last?.message ?? "libxml2 stopped reading", line: line)
        }
    }

    // MARK: Events

    fileprivate func start(
        _ local: UnsafePointer<xmlChar>?,
        _ prefix: UnsafePointer<xmlChar>?,
        _ uri: UnsafePointer<xmlChar>?,
        _ declarations: UnsafeBufferPointer<UnsafePointer<xmlChar>?>,
        _ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
    ) {
        textBytes = 0
        guide {
            if !declarations.isEmpty { try declare(declarations) }
            let entry = try name(local, prefix, uri, isElement: true)
            kinds.append(entry.kind)
            let element = XMLElement(
                name: entry.name,
                kind: entry.kind,
                attributes: try attributes.isEmpty ? [] : read(attributes),
                namespaces: declarations.isEmpty ? [] : Self.read(declarations)
            )
            try handler.start(element)
        }
    }

    fileprivate func end() {
        textBytes = 0
        guide {
            guard let kind = kinds.popLast() else { return }
            try handler.end(kind: kind)
        }
    }

    fileprivate func text(_ bytes: UnsafeBufferPointer<xmlChar>) {
        textBytes += bytes.count
        guide {
            guard textBytes <= limits.text else { throw XMLError.limit(.text, allowed: limits.text, line: line) }
            try handler.text(bytes.span)
        }
    }

    /// The mark of a text has come by.
    fileprivate func queuedText() {
        let range = texts.next()
        texts.bytes.withUnsafeBufferPointer { text(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    fileprivate func problem(_ error: xmlError) {
        guard !problems.isFull else { return problems.addUntold() }
        let message = error.message.map { String(cString: $0) } ?? "an error without a message"
        let trimmed = message.split(separator: "\n").first.map(String.init) ?? message
        problems.add(XMLProblem(line: line, column: Int(max(1, error.int2)), message: trimmed))
    }

    /// Calls the handler; what it throws stops the parser.
    private func guide(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try body()
        } catch {
            failure = error
            xmlStopParser(context)
        }
    }

    // MARK: Names and attributes

    private func name(
        _ local: UnsafePointer<xmlChar>?,
        _ prefix: UnsafePointer<xmlChar>?,
        _ uri: UnsafePointer<xmlChar>?,
        isElement: Bool
    ) throws -> XMLNames.Entry {
        // An attribute's name has a kind of its own: its key differs from an element's by the lowest bit.
        let key = XMLNames.Key(
            local: UInt(bitPattern: local) &* 2 &+ (isElement ? 1 : 0),
            prefix: UInt(bitPattern: prefix),
            namespace: UInt(bitPattern: uri)
        )
        if let index = names.find(key) { return names[index] }
        guard names.count < limits.names else { throw XMLError.limit(.names, allowed: limits.names, line: line) }
        let name = XMLName(
            prefix: prefix.map { String(cString: $0) },
            namespace: uri.map { String(cString: $0) },
            local: local.map { String(cString: $0) } ?? ""
        )
        let kind = isElement ? handler.classify(name) : 0
        let entry = XMLNames.Entry(name: name, kind: kind)
        names.add(entry, for: key)
        return entry
    }

    private func declare(_ pointers: UnsafeBufferPointer<UnsafePointer<xmlChar>?>) throws {
        for index in stride(from: 0, to: pointers.count, by: 2) {
            names.declare(prefix: UInt(bitPattern: pointers[index]), uri: UInt(bitPattern: pointers[index + 1]))
        }
        guard names.count <= limits.names else { throw XMLError.limit(.names, allowed: limits.names, line: line) }
    }

    /// libxml2 gives two pointers a declaration: prefix and URI.
    private static func read(_ pointers: UnsafeBufferPointer<UnsafePointer<xmlChar>?>) -> [XMLNamespaceDeclaration] {
        stride(from: 0, to: pointers.count, by: 2).map { index in
            XMLNamespaceDeclaration(
                prefix: pointers[index].map { String(cString: $0) },
                uri: pointers[index + 1].map { String(cString: $0) } ?? ""
            )
        }
    }

    /// libxml2 gives five pointers an attribute: local name, prefix, URI, and the value's begin and end.
    private func read(_ pointers: UnsafeBufferPointer<UnsafePointer<xmlChar>?>) throws -> [XMLAttribute] {
        try stride(from: 0, to: pointers.count, by: 5).map { index in
            let entry = try name(pointers[index], pointers[index + 1], pointers[index + 2], isElement: false)
            let begin = pointers[index + 3]
            let count = begin.flatMap { begin in pointers[index + 4].map { $0 - begin } } ?? 0
            return XMLAttribute(
                name: entry.name,
                value: String(decoding: UnsafeBufferPointer(start: begin, count: count), as: UTF8.self)
            )
        }
    }
}

extension SAXParser {
    fileprivate static func of(_ data: UnsafeMutableRawPointer?) -> SAXParser? {
        data.map { Unmanaged<SAXParser>.fromOpaque($0).takeUnretainedValue() }
    }

    fileprivate static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { data, local, prefix, uri, declared, declarations, attributeCount, _, attributes in
            SAXParser.of(data)?.start(
                local,
                prefix,
                uri,
                UnsafeBufferPointer(start: declarations, count: declarations == nil ? 0 : Int(declared) * 2),
                UnsafeBufferPointer(start: attributes, count: attributes == nil ? 0 : Int(attributeCount) * 5)
            )
        }
        sax.endElementNs = { data, _, _, _ in SAXParser.of(data)?.end() }
        let text: charactersSAXFunc = { data, bytes, count in
            SAXParser.of(data)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        sax.characters = text
        sax.ignorableWhitespace = text
        sax.processingInstruction = { data, _, _ in SAXParser.of(data)?.queuedText() }
        sax.serror = { data, error in
            guard let error = error?.pointee else { return }
            SAXParser.of(data)?.problem(error)
        }
        return sax
    }
}
