import CLibXML2

/// Reads one XML document in pieces, however broken, and tells a handler its events.
///
/// libxml2's push parser does the parsing, on what `XMLMender` makes of the bytes: no entity is ever declared or
/// expanded, nothing is loaded from files or the network, memory doesn't grow with the document. Used by one thread at a
/// time.
public final class XMLPushReader {
    private let handler: any XMLHandler
    private let limits: XMLLimits
    private var head: [UInt8] = []
    private var pending: [UInt8] = []
    private var decoder: XMLDecoder?
    private var mender: XMLMender
    private var parser: SAXParser?
    private var decodedErrors = 0

    /// - Parameter handler: receives the events during `feed` and `finish`.
    public init(handler: any XMLHandler, limits: XMLLimits = XMLLimits()) {
        self.handler = handler
        self.limits = limits
        mender = XMLMender(limits: limits)
    }

    /// Reads the next bytes of the document, of any number.
    /// - Throws: `XMLError`, or what the handler threw; nothing more can be read then.
    public func feed(_ bytes: [UInt8]) throws {
        try feed(bytes, isLast: false)
    }

    /// Ends the document: what is still open is ended.
    public func finish() throws {
        try feed([], isLast: true)
    }

    /// The first twenty things that were wrong with the document.
    public var problems: [XMLProblem] {
        var list = mender.problems.problems
        list += parser?.problems.problems ?? []
        return Array(list.prefix(20))
    }

    /// Whether anything was wrong with the document.
    public var isRecovered: Bool { mender.problems.count > 0 || (parser?.problems.count ?? 0) > 0 }

    /// The beginning of the document type declaration, which told the first dialects of RSS apart.
    public var doctype: String { String(decoding: mender.doctype, as: UTF8.self) }

    /// The line that is being read, from 1.
    public var line: Int { mender.currentLine }

    private func feed(_ bytes: [UInt8], isLast: Bool) throws {
        var bytes = bytes
        if decoder == nil {
            head.append(contentsOf: bytes)
            guard head.count >= 1024 || isLast else { return }
            let (encoding, mark) = XMLEncoding.detect(head)
            decoder = XMLDecoder(encoding)
            if let name = decoder?.unknownEncoding {
                mender.problem("the encoding \(name.prefix(40)) is not known; read as UTF-8", at: 0)
            }
            bytes = Array(head[mark...])
            head = []
        }
        decoder?.decode(bytes, isLast: isLast, into: &pending)
        noteDecodingErrors()
        // So few that a long tag in pieces isn't looked through again and again.
        guard pending.count >= 4096 || isLast else { return }
        let decoded = pending
        pending.removeAll(keepingCapacity: true)
        try parse(decoded, isLast: isLast)
    }

    private func noteDecodingErrors() {
        guard let errors = decoder?.errors, errors > 0, decodedErrors == 0 else { return }
        decodedErrors = errors
        mender.problem("bytes that are not in the declared encoding, from about here on", at: 0)
    }

    private func parse(_ bytes: [UInt8], isLast: Bool) throws {
        if parser == nil { parser = try SAXParser(handler: handler, limits: limits) }
        var failure: XMLError?
        do {
            try mender.feed(bytes, isLast: isLast)
        } catch {
            failure = error
        }
        try parser?.parse(mender.output, line: mender.currentLine, isLast: isLast)
        mender.output.removeAll(keepingCapacity: true)
        if let failure { throw failure }
    }
}
