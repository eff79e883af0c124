import CPCRE2
import Testing

@testable import Patterns

/// Many patterns at once must answer as each does alone.
struct DifferentialTests {
    @Test("random patterns over random texts: the scan agrees with PCRE2 on each pattern alone", arguments: 1...5)
    func agreement(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let expressions = (0..<90).compactMap { _ in
            let text = Self.expression(depth: 2, &random)
            return try? Expression(text, ignoringCase: Bool.random(using: &random))
        }
        let literals = (0..<40).map { _ in
            Pattern.literal(
                Self.text(length: 1...4, &random),
                casing: [.exact, .folded, .foldedLikePython].randomElement(using: &random)!,
                frame: [.anywhere, .word, .start, .end, .whole, .wholeBarPunctuation].randomElement(using: &random)!
            )
        }
        var collector = PatternCollector()
        let expressionIDs = expressions.map { collector.add(.expression($0), field: 0) }
        let literalIDs = literals.map { collector.add($0, field: 0) }
        let scanner = try #require(PatternScanner(.compile(collector)))
        for _ in 0..<80 {
            let text = Self.text(length: 0...40, &random)
            let hits = scanner.scan([text])
            #expect(hits.exceeded.isEmpty)
            for (expression, id) in zip(expressions, expressionIDs) {
                #expect(
                    hits.contains(id) == PlainSearch.holds(expression.root, text),
                    "\(expression.source) in \(text.debugDescription)"
                )
            }
            for (literal, id) in zip(literals, literalIDs) {
                #expect(hits.contains(id) == PlainSearch.holds(literal, text), "\(literal) in \(text.debugDescription)")
            }
        }
    }

    private static let pieces = [
        "a", "b", "A", "i", "I", "İ", "ı", "s", "ſ", "k", "\u{212A}", "é", "É", "ß", "ẞ", "σ", "ς", "Σ", " ", ".", "_",
        "5", "٣", "\n", "-", "我",
        "\u{301}", "😀",
    ]

    static func text(length: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: length, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }

    static func expression(depth: Int, _ random: inout SeededGenerator) -> String {
        let branches = Int.random(in: 1...2, using: &random)
        return (0..<branches).map { _ in
            (0..<Int.random(in: 1...3, using: &random)).map { _ in item(depth: depth, &random) }.joined()
        }.joined(separator: "|")
    }

    private static func item(depth: Int, _ random: inout SeededGenerator) -> String {
        let repeats = ["", "", "", "*", "+", "?", "{2}", "{1,3}", "{,2}", "*?", "+?"]
        let opening = ["(", "(?:", "(?=", "(?!", "(?i:", "(?-i:", "(?>"]
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4:
            let text = pieces.filter { $0 != "." && $0 != "\n" && $0 != "-" }.randomElement(using: &random)!
            return text + repeats.randomElement(using: &random)!
        case 4:
            return [#"\w"#, #"\W"#, #"\d"#, #"\s"#, ".", #"\S"#].randomElement(using: &random)! + repeats.randomElement(
                using: &random
            )!
        case 5: return [#"\b"#, #"\B"#, "^", "$", #"\A"#, #"\Z"#, "(?<=a)", "(?<!s)"].randomElement(using: &random)!
        case 6:
            let members = ["a-c", "A-K", #"\w"#, #"\s"#, #"\W"#, "é", "i", "ı", "s", "^", "0-9"]
            let chosen = (0..<Int.random(in: 1...3, using: &random)).map { _ in members.randomElement(using: &random)! }
            return "[" + (Bool.random(using: &random) ? "^" : "") + "x" + chosen.joined() + "]" + repeats.randomElement(
                using: &random
            )!
        default:
            guard depth > 0 else { return "ab" }
            return opening.randomElement(using: &random)! + expression(depth: depth - 1, &random) + ")"
        }
    }
}

/// The same question put to PCRE2 without a scan, without just-in-time compilation and without limits.
enum PlainSearch {
    static func holds(_ node: Node, _ text: String) -> Bool {
        // Where the text has a foreign i, only the joining form is right; where it hasn't, both are.
        search(PCRE2Form.joiningI.text(of: node), in: text)
    }

    static func holds(_ literal: Pattern, _ text: String) -> Bool {
        guard case .literal(let wanted, let casing, let frame) = literal else { return false }
        let scalars = wanted.unicodeScalars.map(\.value)
        let joinsI = casing == .foldedLikePython
        let inner: String
        if casing == .folded {
            inner = "(?i:" + scalars.map { "\\x{" + String($0, radix: 16) + "}" }.joined() + ")"
        } else {
            inner = (joinsI ? PCRE2Form.joiningI : []).text(of: .text(scalars, ignoringCase: joinsI))
        }
        let word = #"[\p{L}\p{N}_]"#
        let edge = "(?:(?<!\(word))|(?!\(word)))"
        let framed =
            switch frame {
            case .anywhere: inner
            case .word: edge + inner + edge
            case .start: "\\A" + inner
            case .end: inner + "\\Z"
            case .whole: "\\A" + inner + "\\Z"
            case .wholeBarPunctuation: #"\A[^\p{L}\p{N}_]*"# + inner + #"[^\p{L}\p{N}_]*\Z"#
            }
        return search(framed, in: text)
    }

    private static func search(_ expression: String, in text: String) -> Bool {
        var expression = expression
        var text = text
        var error: Int32 = 0
        var offset = 0
        let code = expression.withUTF8 {
            pcre2_compile_8($0.baseAddress, $0.count, UInt32(PCRE2_UTF | PCRE2_DOTALL), &error, &offset, nil)
        }
        let result = pcre2_match_data_create_8(1, nil)
        defer {
            pcre2_code_free_8(code)
            pcre2_match_data_free_8(result)
        }
        return text.withUTF8 {
            pcre2_match_8(code, $0.baseAddress, $0.count, 0, UInt32(PCRE2_NO_JIT), result, nil) >= 0
        }
    }
}
