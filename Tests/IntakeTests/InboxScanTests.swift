import Comments
import Foundation
import Testing

@testable import Intake

@Suite("Looking through the inbox")
struct InboxScanTests {
    @Test("deliveries come in order of arrival, then of name")
    func order() throws {
        let inbox = try TemporaryInbox()
        for (name, age) in [("b.json", 30.0), ("a.json", 20), ("c.json", 40)] { try inbox.drop(name, "{}", age: age) }
        try inbox.drop("z.json", "{}")
        let time = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000)]
        for name in ["z.json", "c.json"] {
            try FileManager.default.setAttributes(time, ofItemAtPath: inbox.path + "/" + name)
        }
        #expect(try inbox.scan().entries.map(\.name) == ["c.json", "z.json", "b.json", "a.json"])
    }

    @Test(
        "names under which writers write are no deliveries",
        arguments: [".a.json", "a.tmp", "a.json.part", "a.json~", ".a.swp", "a.swp"]
    )
    func ignored(name: String) throws {
        let inbox = try TemporaryInbox()
        try inbox.drop(name, "{}")
        let scan = try inbox.scan()
        #expect(scan.entries.isEmpty)
        #expect(scan.oddities.isEmpty)
    }

    @Test("links, FIFOs and directories are reported and left alone")
    func oddities() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("file.json", "{}")
        try FileManager.default.createSymbolicLink(
            atPath: inbox.path + "/link.json",
            withDestinationPath: "/etc/passwd"
        )
        link(inbox.path + "/file.json", inbox.path + "/second.json")
        mkfifo(inbox.path + "/fifo.json", 0o600)
        mkdir(inbox.path + "/folder.json", 0o700)
        let scan = try inbox.scan()
        #expect(scan.entries.isEmpty)
        let reasons = Dictionary(uniqueKeysWithValues: scan.oddities.map { ($0.name, $0.reason) })
        #expect(
            reasons == [
                "link.json": .symbolicLink, "file.json": .hardLink, "second.json": .hardLink, "fifo.json": .special,
                "folder.json": .directory,
            ]
        )
        unlink(inbox.path + "/second.json")
        #expect(try inbox.scan().entries.map(\.name) == ["file.json"])
    }

    @Test(
        "a young file whose last line has no end is not touched",
        arguments: [
            ("{}", 0.5, false), ("{}\n", 0.5, true), ("{}", 2.5, true), ("", 0.5, false), ("", 2.5, true),
            ("{}", -3600, false),
        ]
    )
    func young(text: String, age: Double, isDelivery: Bool) throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.json", text, age: age)
        let scan = try inbox.scan()
        #expect(scan.entries.count == (isDelivery ? 1 : 0))
        #expect(scan.unfinished == (isDelivery ? 0 : 1))
        #expect(scan.entries.first?.isYoung ?? true == (age < 2))
    }

    @Test("a file from the future is young only while it was just written")
    func future() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.json", "{}", age: -86400)
        let later = TemporaryInbox.now.adding(seconds: 3)
        #expect(try inbox.inbox.scan(now: later).entries.map(\.isYoung) == [false])
    }

    @Test("names of any bytes are read")
    func names() throws {
        let inbox = try TemporaryInbox()
        let raw: [UInt8] = Array("a\n\"ü".utf8) + [0xFF, 0x2E]
        let file = open(inbox.path, O_RDONLY | O_DIRECTORY)
        defer { close(file) }
        let descriptor = openat(file, raw.map(CChar.init(bitPattern:)) + [0], O_CREAT | O_WRONLY, 0o600)
        _ = write(descriptor, "{}\n", 3)
        close(descriptor)
        let entry = try #require(try inbox.scan().entries.first)
        #expect(entry.rawName == raw)
        let delivery = try inbox.inbox.open(entry, limits: inbox.limits).get().delivery
        #expect(try inbox.inbox.remove(delivery))
        #expect(inbox.names.isEmpty)
    }

    @Test("a time that no file should have is held to the years that can be written")
    func times() {
        #expect(FileIdentity.timestamp(Int.max, 0).description == "9999-12-31T23:59:59Z")
        #expect(FileIdentity.timestamp(Int.min, 0).milliseconds == 0)
    }
}
