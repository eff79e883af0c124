import Testing

@testable import XML

@Suite("Texts between the tags")
struct PieceOrderTests {
    private final class Events: XMLHandler {
        var list: [String] = []
        var text = ""
        func classify(_ name: XMLName) -> Int { 1 }
        private func flush() {
            if !text.isEmpty { list.append("\(text.first!)\(text.utf8.count)") }
            text = ""
        }
        func start(_ element: XMLElement) {
            flush()
            list.append("<" + element.name.local)
        }
        func end(kind: Int) {
            flush()
            list.append(">")
        }
        func text(_ bytes: Span<UInt8>) {
            text += bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
        func all() -> [String] {
            flush()
            return list
        }
    }

    private func events(_ document: String, by size: Int) throws -> [String] {
        let events = Events()
        let reader = XMLPushReader(handler: events)
        let bytes = Array(document.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.feed(Array(bytes[start..<min(bytes.count, start + size)]))
        }
        try reader.finish()
        return events.all()
    }

    @Test(
        "stay between them however the document comes in pieces",
        arguments: [1, 2, 3, 1023, 1024, 1025, 4095, 4096, 4097, 5003, 70_000]
    )
    func order(size: Int) throws {
        let long = String(repeating: "x", count: 5_000)
        let tags = (0..<700).map { "<i n='\($0)'/>\($0 % 3 == 0 ? long : "y")<b>z</b>" }.joined()
        let documents: [(String, [String])] = [
            ("<a>" + long + "</a>", ["<a", "x5000", ">"]),
            ("<a>" + long + long + "<b>" + long + "</b>" + long, ["<a", "x10000", "<b", "x5000", ">", "x5000", ">"]),
            (
                "<!-- " + long + " --><a><b>" + long + "<![CDATA[" + long + "]]></b><c/>" + long + "</a>",
                ["<a", "<b", "x10000", ">", "<c", ">", "x5000", ">"]
            ),
        ]
        for (document, expected) in documents { #expect(try events(document, by: size) == expected) }
        let mixed = "<a>" + tags + "</a>"
        let expected =
            ["<a"] + (0..<700).flatMap { ["<i", ">", $0 % 3 == 0 ? "x5000" : "y1", "<b", "z1", ">"] } + [">"]
        if size > 1000 { #expect(try events(mixed, by: size) == expected) }
    }
}
