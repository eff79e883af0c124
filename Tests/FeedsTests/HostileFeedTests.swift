import Testing
import XML

@testable import Feeds

@Suite("Hostile feeds")
struct HostileFeedTests {
    /// Documents of a few MiB at most, each of a kind that has broken readers.
    private static let documents: [(name: String, bytes: [UInt8])] = {
        func rss(_ content: String) -> [UInt8] {
            Array("<rss version=\"2.0\"><channel>\(content)</channel></rss>".utf8)
        }
        func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
        let entities = (1...12).map { "<!ENTITY e\($0) \"\(times(10, "&e\($0 - 1);"))\">" }.joined()
        let parameters = (1...9).map { "<!ENTITY % p\($0) \"\(times(10, "%p\($0 - 1);"))\">" }.joined()
        return [
            (
                "entity bomb",
                Array("<!DOCTYPE rss [<!ENTITY e0 \"lol\">\(entities)]><rss><title>&e12;</title></rss>".utf8)
            ),
            ("parameter entity bomb", Array("<!DOCTYPE r [<!ENTITY % p0 \"x\">\(parameters)%p9;]><rss/>".utf8)),
            ("attribute storm", rss("<item \(times(100_000, "a='1' "))/>")),
            ("many full tags", rss(times(2000, "<item \(times(100, "a='1' "))/>"))),
            ("depth", Array("<rss>\(times(300_000, "<a>"))".utf8)),
            ("tag soup", rss(times(20_000, "<item><b><i></b>"))),
            ("end tags", rss(times(200_000, "</x>"))),
            ("an endless tag", Array("<rss><a b=\"\(times(3_000_000, "x"))".utf8)),
            ("quotes that never close", Array("<rss>\(times(200_000, "<a b=\"x "))".utf8)),
            ("an endless text", rss("<item><title>\(times(6_000_000, "x"))</title></item>")),
            ("endless markup", rss("<item><description>\(times(300_000, "<b>x</b>"))</description></item>")),
            ("comments", rss(times(200_000, "<!-- x -->"))),
            ("brackets", rss("<item><title><![CDATA[\(times(500_000, "]"))]]></title></item>")),
            ("ampersands", rss("<item><title>\(times(300_000, "&"))</title></item>")),
            ("less-than signs", rss("<item><title>\(times(300_000, "<"))</title></item>")),
            ("names", rss((0..<100_000).map { "<n\($0)/>" }.joined())),
            ("namespaces", rss((0..<50_000).map { "<item xmlns:a\($0)='b\($0)'/>" }.joined())),
            ("items", rss(times(100_000, "<item/>"))),
            ("links", Array("<feed><entry>\(times(50_000, "<link href='x'/>"))</entry></feed>".utf8)),
            ("categories", rss("<item>\((0..<20_000).map { "<category>\($0)</category>" }.joined())</item>")),
            ("bases in bases", rss(times(200, "<a xml:base='\(times(1000, "b/"))'>"))),
            ("NULs", [UInt8](repeating: 0, count: 500_000)),
            ("UTF-16 that is cut", [0xFF, 0xFE, 0x3C]),
            ("switching encodings", Array("<?xml version='1.0' encoding='iso-2022-cn-ext'?><rss>\u{1B}$*H</rss>".utf8)),
            ("UTF-7", Array("<?xml version='1.0' encoding='utf-7'?><rss>+ADw-script+AD4-</rss>".utf8)),
            ("EBCDIC noise", [0x4C, 0x6F, 0xA7, 0x94] + (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 131) }),
            (
                "deep JSON",
                Array("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":\(times(100_000, "["))".utf8)
            ),
            (
                "HTML without end",
                rss(
                    "<item xml:base='http://e/'><description><![CDATA[\(times(50_000, "<a href=\"x>"))]]></description></item>"
                )
            ),
            ("dots", rss("<item xml:base='http://e/'><link>\(times(300_000, "../"))</link></item>")),
            ("end tags within deep elements", rss(times(250, "<long>") + times(200_000, "</x>"))),
            ("unreadable dates", rss(times(5000, "<item><pubDate>Sun Jan 99 16:29:06 PST 20044</pubDate></item>"))),
            (
                "tags of JSON",
                Array(
                    "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"tags\":[\(times(300_000, "\"t\","))\"t\"]}]}"
                        .utf8
                )
            ),
            (
                "quotes in HTML",
                rss("<item><description><![CDATA[\(times(100_000, "<a href=\""))]]></description></item>")
            ),
            ("undeclared prefixes", rss("<item><dc:creator>a</dc:creator><x:y z:w=''/></item>")),
        ]
    }()

    @Test("every hostile document ends soon, with what was read or a sentence", arguments: documents.indices)
    func ends(_ index: Int) throws {
        let (name, bytes) = Self.documents[index]
        let clock = ContinuousClock()
        var message = ""
        let time = clock.measure {
            do {
                let reader = FeedReader(base: "http://e.com/") { _ in }
                for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
                    try reader.read(Array(bytes[start..<min(bytes.count, start + 1 << 16)]))
                }
                _ = try reader.finish()
            } catch {
                message = "\(error)"
            }
        }
        // Debug builds on a busy machine are twenty times as slow as what users run.
        #expect(time < .seconds(120), "\(name)")
        if !message.isEmpty {
            #expect(
                message.contains("more than") || message.contains("no feed") || message.contains("read"),
                "\(name): \(message)"
            )
        }
    }

    @Test("entities and external files never reach a text")
    func nothingLeaks() throws {
        let document = """
            <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY own "secret">]>
            <rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>&file;&own;</title>
            <item><title><xi:include href="file:///etc/passwd" parse="text"/></title></item></channel></rss>
            """
        let read = try FeedReader.read(Array(document.utf8))
        #expect(read.info.title == "&file;&own;")
        #expect(read.info.isRecovered)
        #expect(!(read.entries[0].title ?? "").contains("root:"))
    }

    @Test("a feed cut anywhere gives the entries before the cut", arguments: 1..<20)
    func truncated(_ twentieth: Int) throws {
        let items = (0..<200).map {
            "<item><guid>\($0)</guid><description><![CDATA[<b>x</b>]]>&amp;</description></item>"
        }
        let document = Array("<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>".utf8)
        let cut = Array(document[..<(document.count * twentieth / 20)])
        let read = try FeedReader.read(cut)
        #expect(read.info.isRecovered)
        #expect(read.entries.count >= 200 * twentieth / 20 - 2)
        #expect(read.entries.dropLast().enumerated().allSatisfy { $0.element.id == String($0.offset) })
    }

    /// What is read of a document fed in pieces; nil where it is refused.
    private func entries(of bytes: [UInt8], size: Int) -> [FeedEntry]? {
        var entries: [FeedEntry] = []
        let reader = FeedReader(base: "http://example.com/a/") { entries.append($0) }
        do {
            for start in stride(from: 0, to: bytes.count, by: size) {
                try reader.read(Array(bytes[start..<min(bytes.count, start + size)]))
            }
            _ = try reader.finish()
            return entries
        } catch {
            return nil
        }
    }

    @Test("noise of every kind is survived, and read alike in pieces of any size", arguments: 0..<60)
    func noise(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let pieces: [[UInt8]] =
            [
                "<rss>", "<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>", "<!--", "-->", "&", "&amp;",
                "&#x", ";", "<",
                ">", "\"", "'", "=", " a='", "/>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>",
                "<content type='xhtml'>",
                "<div>", "</div>", "<link href='", "<!DOCTYPE", "[", "]", "<?xml", "?>", "xml:base='../", "é",
                "\u{FFFE}", "{\"version\":",
                "https://jsonfeed.org/version/1", "\"items\":[", "thread,body\n", "\"commenters\"",
            ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0], [0xED, 0xA0, 0x80]]
        var bytes: [UInt8] = []
        for _ in 0..<2000 { bytes += pieces[next() % pieces.count] }
        #expect(entries(of: bytes, size: bytes.count) == entries(of: bytes, size: seed + 1))
        guard let format = ImportFormat.detect(bytes) else { return }
        let importer = CommentImporter(format) { _ in }
        try? importer.read(bytes)
        try? importer.finish()
    }
}
