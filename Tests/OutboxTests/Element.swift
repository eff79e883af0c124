import XML

/// A document as a tree, read by libxml2.
final class Element: XMLHandler {
    let name: String
    let attributes: [String: String]
    private(set) var children: [Element] = []
    private var ownText: [UInt8] = []
    private var open: [Element] = []

    private init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// The root of a document.
    /// - Throws: where the document is not well-formed.
    static func parse(_ bytes: [UInt8]) throws -> Element {
        let document = Element(name: "", attributes: [:])
        document.open = [document]
        let reader = XMLPushReader(handler: document)
        try reader.feed(bytes)
        try reader.finish()
        if reader.isRecovered { throw Malformed(problems: reader.problems.map { "\($0)" }) }
        guard let root = document.children.first else { throw Malformed(problems: ["empty"]) }
        return root
    }

    struct Malformed: Error { let problems: [String] }

    func classify(_ name: XMLName) -> Int { 0 }

    func start(_ element: XMLElement) {
        let name = [element.name.prefix, element.name.local].compactMap { $0 }.joined(separator: ":")
        let child = Element(
            name: name,
            attributes: Dictionary(element.attributes.map { ($0.name.local, $0.value) }) { $1 }
        )
        open.last?.children.append(child)
        open.append(child)
    }

    func end(kind: Int) { open.removeLast() }

    func text(_ bytes: Span<UInt8>) {
        for index in bytes.indices { open.last?.ownText.append(bytes[index]) }
    }

    /// Text of this element alone.
    var text: String { String(decoding: ownText, as: UTF8.self) }

    /// All elements below, in the order of their starts.
    var all: [Element] { children.flatMap { [$0] + $0.all } }

    func all(_ name: String) -> [Element] { all.filter { $0.name == name } }

    func first(_ name: String) -> Element? { all.first { $0.name == name } }

    func withClass(_ name: String) -> [Element] {
        all.filter { $0.attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false }
    }

    func withID(_ id: String) -> Element? { all.first { $0.attributes["id"] == id } }
}
