import Foundation
import Testing

@Suite("A full disk")
struct FullDiskTests {
    /// Grows a file until its disk is full, and takes some of it back.
    private func fill(_ path: String, leaving room: Int) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4096)
        while write(descriptor, block, block.count) > 0 {}
        let size = Int(lseek(descriptor, 0, SEEK_END))
        try #require(ftruncate(descriptor, off_t(max(0, size - room))) == 0)
    }

    @Test("ends with an error (74) that says so; with room again nothing is lost and nothing doubled")
    func full() throws {
        let disk = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("moderato-disk-\(UUID())")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: disk) }
        guard geteuid() == 0, mount("tmpfs", disk.path, "tmpfs", 0, "size=4m") == 0 else {
            print("A full disk was not tried: mounting a small tmpfs is not permitted here.")
            return
        }
        defer { umount2(disk.path, Int32(MNT_DETACH)) }

        let site = try TemporarySite(at: disk.appendingPathComponent("inner"))
        let body = String(repeating: "A long comment. ", count: 60)
        let comments = try (0..<600).map { try TemporarySite.comment("f\($0)", ["body": "\($0) " + body]) }
        try site.drop("many.ndjson", TemporarySite.lines(comments))
        try site.drop("last.json", TemporarySite.comment("last"))
        // What the inbox left of the disk goes, but for a little.
        let filler = disk.appendingPathComponent("filler").path
        try fill(filler, leaving: 800 << 10)

        let outcome = try site.run("run")
        #expect(outcome.status == 74, "\(outcome.status): \(outcome.errors)")
        #expect(!outcome.errors.isEmpty)
        #expect(try site.inbox().contains("last.json"))

        let waiting = try site.inbox()
        try fill(filler, leaving: 0)
        let submitted = try site.run(
            "submit",
            input: #"{"thread":"2025/post","name":"A","email":"a@x.example","body":"x"}"#
        )
        #expect(submitted.status == 74)
        #expect(submitted.errors.contains("the comment was not taken"), "\(submitted.everything)")
        #expect(try site.inbox() == waiting)

        try #require(mount("tmpfs", disk.path, "tmpfs", UInt(MS_REMOUNT), "size=64m") == 0)
        try FileManager.default.removeItem(atPath: filler)
        try site.drain()
        let ids = try site.rows().compactMap(\.senderId)
        #expect(ids.count == 601)
        #expect(Set(ids).count == 601)
        #expect(try site.inbox() == [])
        #expect(try site.temporaryFiles() == [])
        try site.verifyOutbox()
    }
}
