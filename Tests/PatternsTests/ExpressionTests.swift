import Testing

@testable import Patterns

struct ExpressionTests {
    @Test(
        "an expression means what it means to Python",
        arguments: [
            ("a(?i)b", "AB", true), (#"\Aab\Z"#, "ab\n", false), (#"\Aab$"#, "ab\n", true), ("ab$", "ab\nc", false),
            (#"(?P<x>a|b)(?P=x)"#, "bb", true), (#"(?P<x>a|b)(?P=x)"#, "ab", false), (#"(a)?(?(1)b|c)"#, "ab", true),
            (#"^(a)?(?(1)b|c)$"#, "ac", false), (#"(?<=\$)5"#, "a $5", true),
            (#"(?<!\d)\d{2}(?!\d)"#, "a 123 b", false),
            (#"x{,2}y"#, "xxy", true), (#"a{,}b"#, "aaab", true), (#"a{x}"#, "a{x}", true), (#"a{"#, "a{", true),
            (#"[]a]"#, "]", true), (#"[^]a]"#, "]a", false), (#"[a\-z]"#, "-", true), (#"\x41\u0042"#, "ab", true),
            (#"\101"#, "A", true), (#"\0"#, "\0", true), (#"\w+"#, "привет", true), (#"^\w$"#, "\u{301}", false),
            (#"\d"#, "٣", true), (#"\s"#, "\u{1F}", true), (#"\s"#, "\u{180E}", false), (#"a.b"#, "a\nb", true),
            ("(?-s:a.b)", "a\nb", false), (#"(?m)^b$"#, "a\nb\nc", true), ("(?x) a b # c", "AB", true),
            (#"\q"#, "q", true),
            (#"\Bb"#, "ab", true), (#"\B"#, "", false), ("(?#note)ab", "ab", true), ("(?-i:A)b", "AB", true),
            ("(?-i:A)b", "aB", false), ("i", "İ", true), ("[h-j]", "ı", true), ("İ", "I", true),
            ("straße", "STRAẞE", true),
            ("ß", "ss", false), ("s", "ſ", true), ("[^k]", "\u{212A}", false), ("(?>a+)b", "aab", true),
            ("a++b", "aab", true),
            ("(?:)", "", true), ("(?:^)*a", "ba", true), ("a|", "", true), (#"(?i:é)"#, "É", true),
            (#"[^\W\d_]"#, "é", true),
            (#"[\W_]"#, "é", false),
        ]
    )
    func meaning(expression: String, text: String, expected: Bool) throws {
        #expect(holds(.expression(try Expression(expression)), text) == expected)
    }

    @Test("case counts where it is asked for")
    func exactCase() throws {
        #expect(!holds(.expression(try Expression("ab", ignoringCase: false)), "AB"))
        #expect(holds(.expression(try Expression("ab|(?i)c", ignoringCase: false)), "AB"))
    }

    @Test(
        "what Python refuses is refused, with its place",
        arguments: [
            ("a(b", .unclosedGroup, 1), ("ab)", .unopenedGroup, 2), ("*a", .nothingToRepeat, 0),
            ("a**", .multipleRepeat, 2),
            ("^*", .nothingToRepeat, 1), ("a[b", .unclosedSet, 1), ("[z-a]", .badRange, 1), (#"[a-\d]"#, .badRange, 1),
            ("a\\", .endsInBackslash, 1), ("a{3,2}", .repeatOutOfOrder, 1), (#"(a\1)"#, .openGroup("1"), 2),
            (#"\2(a)"#, .unknownGroup("2"), 0), ("(?P<1>a)", .badGroupName("1"), 4), ("(?P=x)", .unknownGroup("x"), 0),
            ("(?<=a|bc)d", .lookBehindWidth, 0), ("(?R)", .unknownExtension("(?R)"), 0),
            (#"\x4"#, .badEscape(#"\x4"#), 0),
            ("(?P<a>x)(?P<a>y)", .duplicateGroupName("a"), 8), ("(?#a", .unclosedComment, 0),
            ("(?a)x", .unsupportedFlag("a"), 0),
            ("(a)(?(1)b|c|d)", .tooManyBranches, 3),
        ] as [(String, ExpressionError.Problem, Int)]
    )
    func refusal(expression: String, problem: ExpressionError.Problem, offset: Int) {
        let error = #expect(throws: ExpressionError.self) { try Expression(expression) }
        #expect(error?.problem == problem)
        #expect(error?.offset == offset)
    }

    @Test("groups nested without end are refused, not followed")
    func depth() {
        #expect(throws: ExpressionError.self) { try Expression(String(repeating: "(", count: 10_000)) }
    }

    @Test("random characters are read or refused, and searching for them never fails")
    func randomCharacters() {
        var random = SeededGenerator(seed: 1)
        let alphabet = Array(#"ab(?|)[]{}*+?^$\.-,123<>=!:P#ixsi é\n"#)
        for _ in 0..<4000 {
            let text = String(
                (0..<Int.random(in: 1...14, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
            )
            guard let expression = try? Expression(text) else { continue }
            let confirmation = Confirmation(expression)
            #expect(confirmation.isAccepted, "\(text)")
            _ = holds(.expression(expression), "ab 12 é")
        }
    }

    @Test("a match's groups are found, those that took no part are nil")
    func groups() {
        let locator = ExpressionLocator("(a)(x)?(é+)", ignoringCase: true)
        #expect(locator.firstMatch(in: "BAÉÉ") == ["AÉÉ", "A", nil, "ÉÉ"])
        #expect(locator.firstMatch(in: "b") == nil)
    }
}
