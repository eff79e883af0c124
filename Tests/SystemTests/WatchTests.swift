import Foundation
import Testing

@Suite("The service", .serialized)
struct WatchTests {
    /// Waits until `condition` holds.
    private func eventually(_ seconds: Double = 10, _ condition: () throws -> Bool) throws -> Bool {
        let deadline = Date().addingTimeInterval(seconds)
        while Date() < deadline {
            if try condition() { return true }
            usleep(20_000)
        }
        return false
    }

    /// Stands in for systemd's notification socket.
    private final class NotifySocket {
        let path = NSTemporaryDirectory() + "notify-\(UInt32.random(in: 0 ... .max))"
        private let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)

        init() throws {
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            let bound = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(bound == 0)
            var patience = timeval(tv_sec: 10, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        }

        deinit {
            close(descriptor)
            unlink(path)
        }

        /// The next message; nil after ten seconds without one.
        func next() -> String? {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &bytes, bytes.count, 0)
            return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
        }

        func waits(for state: String) -> Bool {
            for _ in 0..<20 {
                guard let message = next() else { return false }
                if message.split(separator: "\n").contains(Substring(state)) { return true }
            }
            return false
        }
    }

    @Test(
        "says it is ready, judges what is dropped at once, reloads, keeps others out, and ends on SIGTERM",
        .timeLimit(.minutes(15))
    )
    func service() throws {
        let site = try TemporarySite()
        try site.drop("before")
        let systemd = try NotifySocket()
        let watching = try site.start(["watch", "--interval", "3600"], environment: ["NOTIFY_SOCKET": systemd.path])
        defer { watching.signal(SIGKILL) }
        #expect(systemd.waits(for: "READY=1"), "\(watching.text("err"))")
        #expect(try eventually { try site.inbox().isEmpty })

        // By inotify: the next look without it is an hour away.
        try site.drop("during")
        #expect(try eventually(5) { try site.rows().contains { $0.senderId == "during" && $0.verdict == "approved" } })
        #expect(try eventually(5) { try site.read("Outbox/public/feeds/comments.rss").contains("What during says.") })

        let second = try site.run("run")
        #expect(second.status == 75)
        #expect(second.errors.contains("\(watching.process.processIdentifier)"))

        // A moderator's act while the service runs.
        let id = try site.row(sender: "during").id
        #expect(try site.run("hold", id).status == 0)
        #expect(try eventually(5) { try !site.read("Outbox/public/feeds/comments.rss").contains("What during says.") })

        // Settings in force change only with SIGHUP, and only to sound ones.
        try site.write(TemporarySite.openSettings + "nonsense: 1\n", to: "moderato.yaml")
        watching.signal(SIGHUP)
        #expect(try eventually { watching.text("err").contains("nonsense") })
        try site.drop("old-settings")
        #expect(
            try eventually { try site.read("Outbox/public/feeds/comments.rss").contains("What old-settings says.") }
        )
        try site.write(
            TemporarySite.openSettings.replacing("previouslyApproved: false", with: "holdAll: true"),
            to: "moderato.yaml"
        )
        watching.signal(SIGHUP)
        usleep(300_000)
        try site.drop("new-settings")
        #expect(try eventually { try site.rows().contains { $0.senderId == "new-settings" && $0.verdict == "held" } })

        watching.signal(SIGTERM)
        let outcome = watching.wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try site.temporaryFiles() == [])
        try site.verifyOutbox()
    }

    @Test("a file that is written slowly under its final name is taken when it is whole", .timeLimit(.minutes(15)))
    func slowWriter() throws {
        let site = try TemporarySite()
        let watching = try site.start(["watch", "--interval", "1"])
        defer { watching.signal(SIGKILL) }
        let bytes = Array(try TemporarySite.comment("slow")) + [0x0A]
        let descriptor = open(site.path("Inbox/slow.json"), O_WRONLY | O_CREAT, 0o644)
        for part in [bytes[..<20], bytes[20..<60], bytes[60...]] {
            #expect(part.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == part.count)
            usleep(300_000)
        }
        close(descriptor)
        #expect(try eventually { try site.rows().map(\.verdict) == ["approved"] })
        watching.signal(SIGTERM)
        #expect(watching.wait().status == 0)
    }
}
