import CLibXML2

/// libxml2's push parser: the one place that touches it for reading. It is given tags in UTF-8 that are well-formed,
/// save for what only libxml2 knows of (namespaces), and tells a collector of them.
final class SAXParser {
    private let context: xmlParserCtxtPtr
    private let handler: any XMLEventHandler
    /// Only in the hands of libxml2 while it reads.
    private var collector: SAXCollector

    init(handler: any XMLEventHandler, limits: XMLLimits) throws(XMLError) {
        _ = Self.isStarted
        var sax = Self.callbacks
        guard let context = xmlCreatePushParserCtxt(&sax, nil, nil, 0, nil) else { throw .unavailable }
        self.context = context
        self.handler = handler
        collector = SAXCollector(context, handler: handler, limits: limits)
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

    var problems: XMLProblemList { collector.problems }

    /// Reads a piece of the document and hands the events to the handler.
    /// - Parameters:
    ///   - texts: those between the tags; empty afterwards.
    ///   - line: where the piece comes from, for messages.
    func parse(_ tags: [UInt8], _ texts: inout XMLTextQueue, line: Int, isLast: Bool) throws {
        collector.begin(&texts, line: line)
        defer { collector.end(&texts) }
        try tags.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count, canGoOn {
                let chunk = UnsafeRawBufferPointer(rebasing: buffer[start...].prefix(Self.chunk))
                parse(chunk, isLast: false)
                start += chunk.count
                if start < buffer.count { try handOver() }
            }
        }
        if isLast, canGoOn { parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }
        if canGoOn { collector.takeLastTexts() }
        try handOver()
        guard !canGoOn else { return }
        throw XMLError.parser(message: problems.problems.last?.message ?? "libxml2 stopped reading", line: line)
    }

    private static let chunk = 1 << 16

    private var canGoOn: Bool { context.pointee.disableSAX == 0 }

    private func parse(_ chunk: UnsafeRawBufferPointer, isLast: Bool) {
        withUnsafeMutablePointer(to: &collector) { collector in
            context.pointee.userData = UnsafeMutableRawPointer(collector)
            let start = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
            xmlParseChunk(context, start, Int32(chunk.count), isLast ? 1 : 0)
            context.pointee.userData = nil
        }
    }

    /// - Throws: what the handler throws, or what stopped the parser.
    private func handOver() throws {
        try handler.take(collector.events)
        collector.removeEvents()
        if let failure = collector.failure { throw failure }
    }

    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { data, local, prefix, uri, declared, declarations, attributeCount, _, attributes in
            SAXParser.collector(data)?.pointee.start(
                local,
                prefix,
                uri,
                declarations: UnsafeBufferPointer(
                    start: declarations,
                    count: declarations == nil ? 0 : Int(declared) * 2
                ),
                attributes: UnsafeBufferPointer(
                    start: attributes,
                    count: attributes == nil ? 0 : Int(attributeCount) * 5
                )
            )
        }
        sax.endElementNs = { data, _, _, _ in SAXParser.collector(data)?.pointee.end() }
        let text: charactersSAXFunc = { data, _, _ in SAXParser.collector(data)?.pointee.text() }
        sax.characters = text
        sax.ignorableWhitespace = text
        sax.serror = { data, error in
            guard let error = error?.pointee else { return }
            SAXParser.collector(data)?.pointee.problem(error)
        }
        return sax
    }

    private static func collector(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SAXCollector>? {
        data?.assumingMemoryBound(to: SAXCollector.self)
    }
}
