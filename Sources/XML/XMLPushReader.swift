import CLibXML2

/// Reads one XML document in pieces, however broken, and tells a handler its events.
///
/// libxml2's push parser reads tags, names, namespaces and attributes out of what `XMLMender` makes of the bytes; the
/// texts wait beside it in an `XMLTextQueue`. No entity is ever declared or expanded, nothing is loaded from files or
/// the network, memory doesn't grow with the document. Used by one thread at a time.
public final class XMLPushReader {
    private let handler: any XMLEventHandler
    private let limits: XMLLimits
    private var head: [UInt8] = []
    /// How many bytes were decoded since they were last mended.
    private var fresh = 0
    private var decoder: XMLDecoder?
    private var mender: XMLMender
    private var parser: SAXParser?
    private var total = 0
    private var saidUndecodable = false

    /// - Parameter handler: receives the events during `feed` and `finish`.
    public init(handler: any XMLEventHandler, limits: XMLLimits = XMLLimits()) {
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
    public var doctype: String { String(decoding: mender.doctype.beginning, as: UTF8.self) }

    /// The line that is being read, from 1.
    public var line: Int { mender.line }

    /// How many bytes tell the encoding.
    private static let headSize = 1024

    private func feed(_ bytes: [UInt8], isLast: Bool) throws {
        total += bytes.count
        guard total <= limits.bytes else { throw XMLError.limit(.bytes, allowed: limits.bytes, line: line) }
        if decoder == nil {
            head.append(contentsOf: bytes)
            guard head.count >= Self.headSize || isLast else { return }
            let (encoding, mark) = XMLEncoding.detect(Array(head.prefix(Self.headSize)))
            decoder = XMLDecoder(encoding)
            if let name = decoder?.unknownEncoding {
                mender.problem("the encoding \(name.prefix(40)) is not known; read as UTF-8", at: 0)
            }
            decode(Array(head[mark...]), isLast: isLast)
            head = []
        } else {
            decode(bytes, isLast: isLast)
        }
        // So few that a long tag in pieces isn't looked through again and again.
        guard fresh >= 4096 || isLast else { return }
        fresh = 0
        try parse(isLast: isLast)
    }

    private func decode(_ bytes: [UInt8], isLast: Bool) {
        let before = mender.input.count
        decoder?.decode(bytes, isLast: isLast, into: &mender.input)
        fresh += mender.input.count - before
        guard let errors = decoder?.errors, errors > 0, !saidUndecodable else { return }
        saidUndecodable = true
        mender.problem("bytes that are not in the declared encoding, from about here on", at: 0)
    }

    private func parse(isLast: Bool) throws {
        if parser == nil { parser = try SAXParser(handler: handler, limits: limits) }
        var failure: XMLError?
        do {
            try mender.mend(isLast: isLast)
        } catch {
            failure = error
        }
        // The handler may ask for the line meanwhile.
        var texts = XMLTextQueue()
        swap(&texts, &mender.texts)
        defer {
            mender.output.removeAll(keepingCapacity: true)
            swap(&texts, &mender.texts)
        }
        try parser?.parse(mender.output, &texts, line: mender.line, isLast: isLast)
        if let failure { throw failure }
    }
}
