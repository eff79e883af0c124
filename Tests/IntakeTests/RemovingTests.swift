import Digests
import Foundation
import Testing

@testable import Intake

@Suite("Removing and putting aside")
struct RemovingTests {
    private func delivery(_ inbox: TemporaryInbox) throws -> Delivery {
        switch try inbox.open() {
        case .success(let open): open.delivery
        case .failure(let refusal): refusal.delivery
        }
    }

    @Test("the key is SHA-256 of name, NUL and bytes")
    func key() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.json", "{}")
        #expect(try delivery(inbox).key == SHA256.digest(Array("a.json".utf8) + [0] + Array("{}".utf8)))
    }

    @Test("a delivery is removed only while it is the same file")
    func same() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.json", "{}")
        let first = try delivery(inbox)
        try inbox.drop("a.json", "{ }")
        #expect(try !inbox.inbox.remove(first))
        #expect(inbox.names == ["a.json"])
        #expect(try inbox.inbox.remove(try delivery(inbox)))
        #expect(inbox.names.isEmpty)
        #expect(try !inbox.inbox.remove(first))
    }

    @Test("a link put in the file's place is not removed")
    func link() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.json", "{}")
        let first = try delivery(inbox)
        try FileManager.default.removeItem(atPath: inbox.path + "/a.json")
        try FileManager.default.createSymbolicLink(atPath: inbox.path + "/a.json", withDestinationPath: "b")
        #expect(try !inbox.inbox.remove(first))
    }

    @Test("putting aside takes no other file's place, and makes the file private")
    func move() throws {
        let inbox = try TemporaryInbox()
        let rejected = try TemporaryInbox()
        try inbox.drop("a.json", "{")
        let first = try delivery(inbox)
        #expect(try inbox.inbox.move(first, to: rejected.path, as: "a.json"))
        #expect(rejected.names == ["a.json"])
        #expect(inbox.names.isEmpty)
        var status = stat()
        stat(rejected.path + "/a.json", &status)
        #expect(status.st_mode & 0o777 == 0o600)

        try inbox.drop("a.json", "[")
        let second = try delivery(inbox)
        #expect(
            throws: IntakeError.system(path: rejected.path + "/a.json", doing: "move a delivery here", code: EEXIST)
        ) {
            try inbox.inbox.move(second, to: rejected.path, as: "a.json")
        }
        let distinct = "a.json~2"
        #expect(try inbox.inbox.move(second, to: rejected.path, as: distinct))
        #expect(try String(contentsOfFile: rejected.path + "/" + distinct, encoding: .utf8) == "[")
    }

    @Test("a file goes to another file system whole")
    func acrossFileSystems() throws {
        let other = "/dev/shm/rejected-\(UUID())"
        guard mkdir(other, 0o700) == 0 else {
            print("skipped: /dev/shm cannot be written to")
            return
        }
        defer { try? FileManager.default.removeItem(atPath: other) }
        let inbox = try TemporaryInbox()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try inbox.drop("a.bin", bytes)
        #expect(try inbox.inbox.move(try delivery(inbox), to: other, as: "a.bin"))
        #expect(try Array(Data(contentsOf: URL(filePath: other + "/a.bin"))) == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["a.bin"])
        #expect(inbox.names.isEmpty)
    }

    @Test("a file that vanishes or is replaced before it is read is told apart")
    func vanished() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.json", "{}")
        let entry = try inbox.scan().entries[0]
        try inbox.drop("a.json", "{\"b\":1}")
        #expect(throws: IntakeError.vanished(path: inbox.path + "/a.json")) {
            _ = try inbox.inbox.open(entry, limits: inbox.limits)
        }
        try FileManager.default.removeItem(atPath: inbox.path + "/a.json")
        #expect(throws: IntakeError.vanished(path: inbox.path + "/a.json")) {
            _ = try inbox.inbox.open(entry, limits: inbox.limits)
        }
    }

    @Test("a large file that is written to while it is read is told")
    func changed() throws {
        let inbox = try TemporaryInbox()
        try inbox.drop("a.ndjson", String(repeating: "{\"a\":1}\n", count: 100_000))
        var open = try inbox.open().get()
        #expect(try open.next(limit: 10).count == 10)
        let handle = try #require(FileHandle(forWritingAtPath: inbox.path + "/a.ndjson"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("{}\n".utf8))
        try handle.close()
        #expect(throws: IntakeError.changed(path: inbox.path + "/a.ndjson")) { _ = try open.next(limit: 1_000_000) }
    }
}
