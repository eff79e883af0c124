import Testing

@testable import Text

@Suite("Escaping text")
struct EscapingTests {
    private func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        text.withBytes { text in
            bytes.append(
                text,
                longest: 5,
                frame: 2,
                before: { $0.put("[") },
                after: { $0.put("]") },
                suspects: { $0.marks(of: UInt8(ascii: "&")) .| $0.marks(of: 0xEF) },
                replace: { output, text, index in
                    guard text[index] != UInt8(ascii: "&") else {
                        output.put("&amp;")
                        return 1
                    }
                    guard text[index + 1] == 0xBF, text[index + 2] == 0xBF else { return 0 }
                    output.put("?")
                    return 3
                }
            )
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("is the same wherever in the text a character stands", arguments: ["&", "\u{FFFF}", "\u{FF01}", "é&", "a"])
    func places(character: String) {
        let expected = ["&": "&amp;", "\u{FFFF}": "?", "é&": "é&amp;"][character] ?? character
        for length in [0, 1, 5, 7, 8, 9, 15, 16, 17, 510, 511, 512, 513, 1023, 1024, 1500] {
            let (before, after) = (String(repeating: "x", count: length), String(repeating: "ü", count: length))
            #expect(escaped(before + character + after) == "[" + before + expected + after + "]")
            #expect(escaped(after + character + before) == "[" + after + expected + before + "]")
        }
    }

    @Test("of nothing is the frame")
    func empty() { #expect(escaped("") == "[]") }

    @Test("of nothing without a frame writes nothing, also where nothing was written before")
    func nothing() {
        var bytes: [UInt8] = []
        "".withBytes { bytes.append($0, longest: 1, suspects: \.controlMarks, replace: { _, _, _ in 0 }) }
        #expect(bytes.isEmpty)
    }

    @Test(
        "numbers have zeros before them up to their width",
        arguments: [(0, 1, "0"), (7, 2, "07"), (2026, 4, "2026")]
    )
    func numbers(value: Int, width: Int, text: String) {
        var bytes: [UInt8] = []
        bytes.append(atMost: 32) { $0.put(value, width: width) }
        #expect(bytes.elementsEqual(text.utf8))
        bytes = []
        bytes.append(atMost: 32) { $0.put(Int.max, width: 1) }
        #expect(bytes.elementsEqual(String(Int.max).utf8))
    }
}
