/// What a piece of a document holds, in the document's order. A handler is given many events at once, so that one costs
/// little.
public struct XMLEvents {
    public enum Event {
        /// The start of an element, which `element(_:)` gives.
        case start(Int)
        case end(kind: Int)
        /// Text in UTF-8, as a part of `text`. One text may come in several.
        case text(Range<Int>)
    }

    public internal(set) var list: [Event] = []
    var texts = XMLTextQueue()
    /// An element of every name, without attributes: most are, and each name goes by often.
    private(set) var bare: [XMLElement] = []
    /// The other elements of this piece.
    private var full: [XMLElement] = []

    /// The bytes that texts are a part of.
    public var text: [UInt8] { texts.bytes }

    public func element(_ index: Int) -> XMLElement { index < 0 ? full[~index] : bare[index] }

    /// Adds a name that wasn't seen before, whose index is the number of names so far.
    mutating func addName(_ name: XMLName, kind: Int) {
        bare.append(XMLElement(name: name, kind: kind, attributes: [], namespaces: []))
    }

    mutating func start(_ element: XMLElement) {
        list.append(.start(~full.count))
        full.append(element)
    }

    /// Forgets the events, but not the names.
    mutating func removeAll() {
        list.removeAll(keepingCapacity: true)
        full.removeAll(keepingCapacity: true)
    }
}
