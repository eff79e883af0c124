import Testing

@testable import XML

@Suite("Reading XML")
struct XMLPushReaderTests {
    @Test(
        "well-formed documents are read as they are",
        arguments: [
            ("<a/>", "<a></a>"),
            ("<a b='c' d=\"e&amp;f\">x &lt; &#233; &amp; y</a>", "<a b=c d=e&f>x < é & y</a>"),
            ("<?xml version='1.0'?><!-- c --><a><?pi x?><b>1</b><!-- d --></a>", "<a><b>1</b></a>"),
            ("<a><![CDATA[<b>&amp;]] >]]></a>", "<a><b>&amp;]] ></a>"),
            ("<x:a xmlns:x='urn:x' x:b='1'/>", "<x:a x:b=1></a>"),
            ("<a>&eacute;&nbsp;&hellip;</a>", "<a>é\u{A0}…</a>"),
            ("<a>&#146;\u{92}</a>", "<a>’’</a>"),
            ("<a b='1\r2'>\r\n\r\r&#13;<![CDATA[\r\n]]></a>", "<a b=1 2>\n\n\n\r\n</a>"),
        ]
    )
    func wellFormed(_ document: String, _ events: String) throws {
        #expect(try Recorder.events(Array(document.utf8)).events == events)
    }

    @Test(
        "broken documents are mended, and say so",
        arguments: [
            ("<a>x & y &amp; z</a>", "<a>x & y & z</a>"),
            ("<a>&bogus; &amp;</a>", "<a>&bogus; &</a>"),
            ("<a>1 < 2</a>", "<a>1 < 2</a>"),
            ("<a><b>x</a>", "<a><b>x</b></a>"),
            ("<a>x</b>y</a>", "<a>xy</a>"),
            ("<a><b>x", "<a><b>x</b></a>"),
            ("<a b=c d>x</a>", "<a b=c d=d>x</a>"),
            ("<a b='1' b='2'/>", "<a b=1></a>"),
            ("<a b='<x>'/>", "<a b=<x>></a>"),
            ("<a><b c='d</a>", "<a><b c=d></b></a>"),
            ("<A>x</a>", "<A>x</A>"),
            ("<a>x</a><b>y</b>", "<a>x</a>"),
            ("junk<a>x</a>", "<a>x</a>"),
            ("<a>x]]>y</a>", "<a>x]]>y</a>"),
            ("<a><![CDATA[x", "<a>x</a>"),
            ("<a><!-- x", "<a></a>"),
            ("<a><b", "<a><b></b></a>"),
            ("<a>\u{1}\u{0}</a>", "<a>\u{FFFD}\u{FFFD}</a>"),
            ("<a\u{D7}b>x</a\u{D7}b>", "<a_b>x</a_b>"),
            ("<u:a><u:b/></u:a>", "<u:a><u:b></b></a>"),
        ]
    )
    func mended(_ document: String, _ events: String) throws {
        let read = try Recorder.events(Array(document.utf8))
        #expect(read.events == events)
    }

    @Test("a document gives the same events in pieces of any size", arguments: [1, 2, 3, 7, 64, 1000])
    func pieces(_ size: Int) throws {
        let item = "<i a='1&amp;2'>\r\nx &amp; é&eacute; & <![CDATA[ ]] ]]><!-- c --> ]]> <b>\u{1F600}</b></i>"
        let document = Array(("<r>" + String(repeating: item, count: 200) + "</r>").utf8)
        #expect(try Recorder.events(document, size: size).events == Recorder.events(document).events)
    }

    @Test("a comment in a declaration is one wherever a piece of the document ends", arguments: 0..<40)
    func pieceWithinDeclaration(_ cut: Int) throws {
        let declaration = "<!DOCTYPE r [" + String(repeating: "x", count: 4096 + cut) + "<!-- \" --> ]>"
        let document = Array((declaration + "<r>a</r><!-- \" -->").utf8)
        #expect(try Recorder.events(document, size: 37).events == "<r>a</r>")
    }

    @Test(
        "a text stays in its element whatever names stand before it",
        arguments: ["s:t:.", "s:t:1", "s:t:-x:y", "a:b:\u{B7}", "a:b:c", "a::.b", "a:.b:.c", "é:é:.", ":", ":.", "a:"]
    )
    func oddNames(_ name: String) throws {
        for tag in ["<\(name)/>", "<b \(name)='x'/>", "<b \(name)/>"] {
            let events = try Recorder.events(Array("<a>\(tag)<c>text</c></a>".utf8)).events
            #expect(events.hasSuffix("><c>text</c></a>"), "\(events)")
        }
    }

    @Test("a name that libxml2 finds too long is refused")
    func longAttributeName() {
        let document = "<a><b \(String(repeating: "n", count: 60_000))='x'/><c>text</c></a>"
        #expect(throws: XMLError.self) { try Recorder.events(Array(document.utf8)) }
    }

    @Test("problems tell line and column")
    func problems() throws {
        let problem = try #require(try Recorder.events(Array("<a>\n<b>\n x & y</b></a>".utf8)).problems.first)
        #expect(problem.line == 3)
        #expect(problem.column == 4)
    }

    @Test("declared entities and external subsets are not applied")
    func doctype() throws {
        let document = """
            <!DOCTYPE a SYSTEM "file:///etc/passwd" [
            <!ENTITY x "boom"> <!ENTITY % y SYSTEM "http://127.0.0.1/"> %y; <!-- ' > -->
            ]><a>&x;&amp;</a>
            """
        let read = try Recorder.events(Array(document.utf8))
        #expect(read.events == "<a>&x;&</a>")
        #expect(read.problems.contains { $0.message.contains("not applied") })
    }

    @Test(
        "each limit is named when it is reached",
        arguments: [
            (XMLError.Limit.depth, XMLLimits(depth: 4), "<a><a><a><a><a>"),
            (.attributes, XMLLimits(attributes: 2), "<a b='' c='' d=''/>"),
            (.tag, XMLLimits(tag: 10), "<a b='01234567890'>"),
            (.tag, XMLLimits(tag: 10), "<abcdefghijklmnop>"),
            (.text, XMLLimits(text: 10), "<a>01234567890</a>"),
            (.bytes, XMLLimits(bytes: 10), "<a>01234567890</a>"),
            (.names, XMLLimits(names: 3), "<a><b/><c/><d/></a>"),
            (.problems, XMLLimits(problems: 3), "<a></b></b></b></b></a>"),
            (.problems, XMLLimits(problems: 3), "<a><b:c/><b:c/><b:c/><b:c/></a>"),
        ]
    )
    func limits(_ limit: XMLError.Limit, _ limits: XMLLimits, _ document: String) {
        do {
            _ = try Recorder.events(Array(document.utf8), limits: limits)
            Issue.record("the limit was not reached")
        } catch {
            guard case .limit(limit, _, _)? = error as? XMLError else {
                Issue.record("not this limit: \(error)")
                return
            }
            #expect("\(error)".contains(limit.rawValue))
        }
    }

    @Test(
        "encodings are told by mark, declaration or guess",
        arguments: [
            [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8),
            [0xFF, 0xFE] + Array("<a>é</a>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
            [0xFE, 0xFF] + Array("<a>é</a>".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
            Array("<a>é</a>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
            Array("<a>é</a>".unicodeScalars).flatMap { [0, 0, 0, UInt8($0.value)] },
            Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8),
            Array("<?xml version='1.0' encoding='iso-8859-2'?><a>".utf8) + [0xE9] + Array("</a>".utf8),
            Array("<?xml version='1.0' encoding='utf-8'?><a>".utf8) + [0xE9] + Array("</a>".utf8),
            Array("<?xml version='1.0' encoding='x-nobody-knows'?><a>é</a>".utf8),
            Array("<a>".utf8) + [0xE9] + Array("</a>".utf8),
        ] as [[UInt8]]
    )
    func encodings(_ document: [UInt8]) throws {
        #expect(try Recorder.events(document).events == "<a>é</a>")
        #expect(try Recorder.events(document, size: 1).events == "<a>é</a>")
    }

    @Test("windows-1252 disguised as Latin-1 is read as windows-1252", arguments: ["iso-8859-1", "us-ascii", "utf-8"])
    func disguise(_ name: String) throws {
        let document = Array("<?xml version='1.0' encoding='\(name)'?><a>".utf8) + [0x93, 0x94] + Array("</a>".utf8)
        #expect(try Recorder.events(document).events == "<a>“”</a>")
    }
}
