import Text

/// A name as it stands in a document: `dc:creator` is prefix `dc`, its namespace's URI, local name `creator`.
///
/// A class, because the same few names go by in every element.
public final class XMLName: Sendable {
    /// Nil without a colon.
    public let prefix: String?
    /// Nil where the name is in no namespace or its prefix is undeclared.
    public let namespace: String?
    public let local: String
    /// The local name with A-Z made a-z.
    public let lowercasedLocal: String

    public init(prefix: String? = nil, namespace: String? = nil, local: String) {
        self.prefix = prefix
        self.namespace = namespace
        self.local = local
        lowercasedLocal = local.asciiLowercased
    }
}

public struct XMLAttribute: Sendable {
    public var name: XMLName
    public var value: String
}

/// A declaration `xmlns:prefix="uri"` or `xmlns="uri"`.
public struct XMLNamespaceDeclaration: Sendable {
    public var prefix: String?
    public var uri: String
}

/// The start of an element. A class, because most elements are one of the few that have a name alone.
public final class XMLElement: Sendable {
    public let name: XMLName
    /// What the handler's `classify` said of the name.
    public let kind: Int
    public let attributes: [XMLAttribute]
    public let namespaces: [XMLNamespaceDeclaration]

    init(name: XMLName, kind: Int, attributes: [XMLAttribute], namespaces: [XMLNamespaceDeclaration]) {
        self.name = name
        self.kind = kind
        self.attributes = attributes
        self.namespaces = namespaces
    }

    /// The value of an attribute in no namespace; its name, given in lower case, may stand in any.
    public func attribute(_ lowercased: String) -> String? {
        attributes.first { $0.name.lowercasedLocal == lowercased && $0.name.prefix == nil }?.value
    }
}

/// Receives what an `XMLPushReader` reads, piece by piece.
public protocol XMLEventHandler: AnyObject {
    /// A number for elements of this name, asked once for each distinct name.
    func classify(_ name: XMLName) -> Int
    /// Starts and ends are balanced, also in recovered documents.
    func take(_ events: XMLEvents) throws
}

/// Receives the events of an `XMLPushReader` one by one.
public protocol XMLHandler: XMLEventHandler {
    func start(_ element: XMLElement) throws
    func end(kind: Int) throws
    /// Text in UTF-8, in as many pieces as the reader pleases.
    func text(_ bytes: Span<UInt8>) throws
}

extension XMLHandler {
    public func take(_ events: XMLEvents) throws {
        let text = events.text
        for event in events.list {
            switch event {
            case .start(let index): try start(events.element(index))
            case .end(let kind): try end(kind: kind)
            case .text(let range): try self.text(text.span.extracting(range))
            }
        }
    }
}
