import Foundation
import Testing

@Suite("Files in the inbox")
struct InboxFilesTests {
    @Test("links, FIFOs, directories and second names are reported once and left alone")
    func oddFiles() throws {
        let site = try TemporarySite()
        try TemporarySite.comment("outside").write(to: URL(fileURLWithPath: site.path("outside.json")))
        #expect(symlink(site.path("outside.json"), site.path("Inbox/link.json")) == 0)
        #expect(link(site.path("outside.json"), site.path("Inbox/hard.json")) == 0)
        #expect(mkfifo(site.path("Inbox/fifo.json"), 0o644) == 0)
        #expect(mkdir(site.path("Inbox/folder.json"), 0o755) == 0)
        try site.drop("good")
        let odd = ["fifo.json", "folder.json", "hard.json", "link.json"]
        let first = try site.run("run")
        #expect(first.status == 0)
        for name in odd { #expect(first.errors.contains(name), "\(name): \(first.errors)") }
        #expect(try site.inbox() == odd)
        #expect(try site.rows().map(\.senderId) == ["good"])
        let second = try site.run("run")
        for name in odd { #expect(!second.errors.contains(name), "\(second.errors)") }
    }

    @Test(
        "names of files that are being written are left alone",
        arguments: [".hidden.json", "a.json.tmp", "a.json.part", "a.json~", "a.json.swp"]
    )
    func unfinished(name: String) throws {
        let site = try TemporarySite()
        try site.drop(name, try TemporarySite.comment("a"))
        try site.drain()
        #expect(try site.rows().isEmpty)
        #expect(try site.inbox() == [name])
    }

    @Test("a young file that does not decode is left for the next pass")
    func young() throws {
        let site = try TemporarySite()
        let path = site.path("Inbox/young.json")
        let whole = String(decoding: try TemporarySite.comment("young"), as: UTF8.self) + "\n"
        try Data(whole.prefix(30).utf8).write(to: URL(fileURLWithPath: path))
        let summary = try site.drain()
        #expect(summary.waiting == 1)
        #expect(try site.rows().isEmpty)
        try Data(whole.utf8).write(to: URL(fileURLWithPath: path))
        try site.drain()
        #expect(try site.row(sender: "young").verdict == "approved")
    }

    @Test(
        "no name of a delivery can leave the folder of what was rejected",
        arguments: [
            "..json", "-rf.json", "a\nb.json", "☃.json", "a b'\"$(x).json",
            String(repeating: "n", count: 250) + ".json",
        ]
    )
    func names(name: String) throws {
        let site = try TemporarySite()
        try site.drop(name.hasPrefix("..") ? "x" + name : name, "{")
        try site.drain()
        #expect(try site.rows().map(\.verdict) == ["rejected"])
        #expect(try site.inbox().isEmpty)
        for kept in try site.files("Outbox/rejected").keys { #expect(!kept.contains("/") && !kept.hasPrefix(".")) }
        try site.verifyOutbox()
    }

    @Test("a file that may not be read is reported and stays, the rest goes on")
    func forbidden() throws {
        let site = try TemporarySite()
        try site.drop("closed")
        try site.drop("good")
        chmod(site.path("Inbox/closed.json"), 0)
        var through: [String] = []
        if geteuid() == 0 {
            // Root reads everything: the run is somebody else's, and so is the site but for that file.
            let nobody = 65_534
            through = ["/usr/bin/setpriv", "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups"]
            for case let name as String in try #require(FileManager.default.enumerator(atPath: site.root.path))
            where name != "Inbox/closed.json" {
                lchown(site.path(name), UInt32(nobody), UInt32(nobody))
            }
            chown(site.root.path, UInt32(nobody), UInt32(nobody))
        }
        let outcome = try site.run("run", through: through)
        #expect(outcome.errors.contains("closed.json"), "\(outcome.errors)")
        #expect(try site.rows().map(\.senderId) == ["good"])
        #expect(try site.inbox() == ["closed.json"])
    }

    @Test("files that vanish while they are read are nobody's error", .timeLimit(.minutes(15)))
    func vanishing() async throws {
        let site = try TemporarySite()
        let inbox = site.path("Inbox")
        let contents = try TemporarySite.comment("v")
        for round in 0..<8 {
            for number in 0..<150 { try site.drop("v\(round)-\(number).json", contents) }
            try site.drop("stays\(round)")
            let remover = Task.detached {
                for number in (0..<150).reversed() {
                    unlink("\(inbox)/v\(round)-\(number).json")
                    if number % 10 == 0 { usleep(500) }
                }
            }
            let outcome = try site.run("run")
            await remover.value
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        try site.drain()
        #expect(try site.rows().count { $0.senderId?.hasPrefix("stays") == true && $0.verdict == "approved" } == 8)
        #expect(try site.inbox().isEmpty)
        try site.verifyOutbox()
    }
}
