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

/// The start of an element.
public struct XMLElement: Sendable {
    public var name: XMLName
    /// What the handler's `classify` said of the name.
    public var kind: Int
    public var attributes: [XMLAttribute]
    public var namespaces: [XMLNamespaceDeclaration]

    /// The value of an attribute in no namespace; its name, given in lower case, may stand in any.
    public func attribute(_ lowercased: String) -> String? {
        attributes.first { $0.name.lowercasedLocal == lowercased && $0.name.prefix == nil }?.value
    }
}

/// Receives the events of an `XMLPushReader`. Starts and ends are balanced, also in recovered documents.
public protocol XMLHandler: AnyObject {
    /// A number for elements of this name, asked once for each distinct name.
    func classify(_ name: XMLName) -> Int
    func start(_ element: XMLElement) throws
    func end(kind: Int) throws
    /// Text in UTF-8, in as many pieces as the parser pleases.
    func text(_ bytes: Span<UInt8>) throws
}
