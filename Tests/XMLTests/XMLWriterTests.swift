import Testing

@testable import XML

@Suite("Writing XML")
struct XMLWriterTests {
    private func document(_ write: (inout XMLWriter) -> Void) -> String {
        var xml = XMLWriter()
        write(&xml)
        let text = String(decoding: xml.finish(), as: UTF8.self)
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        return String(text.dropFirst(39).dropLast())
    }

    @Test("text and attributes are escaped")
    func escapes() {
        let text = document { xml in
            xml.start("a")
            xml.attribute("b", "<\"&'>\t\n")
            xml.text("<&>\"\r\n")
        }
        #expect(text == "<a b=\"&lt;&quot;&amp;'&gt;&#9;&#10;\">&lt;&amp;&gt;\"&#13;\n</a>")
    }

    @Test(
        "what XML can't hold becomes U+FFFD",
        arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"]
    )
    func forbidden(_ character: String) {
        #expect(document { $0.element("a", "x\(character)y\(character)") } == "<a>x\u{FFFD}y\u{FFFD}</a>")
        let cdata = document { xml in
            xml.start("a")
            xml.cdata("x\(character)y")
        }
        #expect(cdata == "<a><![CDATA[x\u{FFFD}y]]></a>")
    }

    @Test(
        "what XML can hold stays as it is",
        arguments: ["é", "\u{7F}", "\u{85}", "\u{D7FF}", "\u{E000}", "\u{F8FF}", "\u{FFFD}", "\u{FEFF}", "\u{1F600}"]
    )
    func allowed(_ character: String) {
        #expect(document { $0.element("a", character + "z" + character) } == "<a>\(character)z\(character)</a>")
    }

    @Test("an end of CDATA inside its text is split")
    func cdataEnd() {
        let text = document { xml in
            xml.start("a")
            xml.cdata("x]]>y]]]>\r")
        }
        #expect(
            text == "<a><![CDATA[x]]]]><![CDATA[>y]]]]]><![CDATA[>]]>&#13;<![CDATA[]]></a>"
        )
    }

    @Test("an element without content is an empty tag, and open elements are ended")
    func structure() {
        let text = document { xml in
            xml.start("a")
            xml.start("b")
            xml.end()
            xml.start("c")
        }
        #expect(text == "<a><b/><c/></a>")
    }

    @Test("a document drained in pieces is the same document")
    func pieces() {
        var xml = XMLWriter()
        var bytes: [UInt8] = []
        xml.start("a")
        bytes += xml.drain()
        xml.element("b", "c")
        bytes += xml.drain()
        bytes += xml.finish()
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><b>c</b></a>\n"
        )
    }
}
