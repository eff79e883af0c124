import Testing

@testable import JSON

@Suite("Reading JSON")
struct JSONReaderTests {
    @Test(
        "values are read in order and decoded",
        arguments: [
            (
                #"{"a":[1,-2.5e3,true,null,"x\n\u00e9\ud83d\ude00"],"b":{}}"#,
                #"{"a":[1,-2.5e3,true,null,"x\né😀"],"b":{}}"#
            ),
            (#" [ ] "#, "[]"),
            (#""é""#, #""é""#),
            ("[[],[[]],{\"k\":[{}]}]", "[[],[[]],{\"k\":[{}]}]"),
        ]
    )
    func reads(text: String, expected: String) throws {
        var writer = JSONWriter()
        writer.value(try JSONValue(parsing: Array(text.utf8)))
        #expect(writer.text == expected)
        var reader = JSONReader(Array(text.utf8))
        try reader.skipValue()
        try reader.end()
    }

    @Test(
        "what is not JSON is refused with its place",
        arguments: [
            ("", JSONError(.unexpectedEnd, at: 0)),
            ("[1,]", JSONError(.unexpectedByte(UInt8(ascii: "]")), at: 3)),
            ("[1 2]", JSONError(.unexpectedByte(UInt8(ascii: "2")), at: 3)),
            ("{\"a\" 1}", JSONError(.unexpectedByte(UInt8(ascii: "1")), at: 5)),
            ("01", JSONError(.invalidNumber, at: 0)),
            ("tru", JSONError(.unexpectedEnd, at: 3)),
            (#""\ud800""#, JSONError(.loneSurrogate, at: 3)),
            ("\"a\u{1}\"", JSONError(.controlCharacter, at: 2)),
            ("\"abc", JSONError(.unexpectedEnd, at: 4)),
            ("\"abc\\", JSONError(.unexpectedEnd, at: 5)),
            ("{} x", JSONError(.trailingBytes, at: 3)),
        ]
    )
    func refuses(text: String, error: JSONError) {
        #expect(throws: error) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test(
        "overlong and broken UTF-8 is refused",
        arguments: [[0xC0, 0x80], [0xFF], [0xED, 0xA0, 0x80], [0xE2, 0x82]] as [[UInt8]]
    )
    func invalidUTF8(bytes: [UInt8]) {
        #expect(throws: JSONError(.invalidUTF8, at: 1)) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
    }

    @Test("nesting is limited without recursion")
    func depth() throws {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        var reader = JSONReader(deep)
        #expect(throws: JSONError(.tooDeep(limit: 64), at: 64)) { try reader.skipValue() }
        let fits = [UInt8](repeating: UInt8(ascii: "["), count: 64) + [UInt8](repeating: UInt8(ascii: "]"), count: 64)
        _ = try JSONValue(parsing: fits)
    }
}

@Suite("Scanning JSON strings")
struct StringScanTests {
    @Test("a string ends at the same byte wherever its marks stand among eight", arguments: 0..<20)
    func offsets(padding: Int) throws {
        let plain = String(repeating: "é", count: padding / 2) + String(repeating: "a", count: padding % 2)
        for (mark, text) in [
            ("", ""), (#"\""#, "\""), (#"\\"#, "\\"), ("\u{7F}", "\u{7F}"), ("😀", "😀"), (#"\n"#, "\n"),
        ] {
            let json = "\"\(plain)\(mark)\(plain)\""
            #expect(try JSONValue(parsing: Array(json.utf8)) == .string(plain + text + plain))
            #expect(throws: JSONError(.unexpectedEnd, at: json.utf8.count - 1)) {
                try JSONValue(parsing: Array(json.utf8.dropLast()))
            }
        }
        #expect(throws: JSONError(.controlCharacter, at: plain.utf8.count + 1)) {
            try JSONValue(parsing: Array("\"\(plain)\u{1F}\"".utf8))
        }
    }
}
