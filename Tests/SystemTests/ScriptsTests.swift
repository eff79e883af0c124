import Foundation
import Testing

@Suite("What stands beside the binary")
struct ScriptsTests {
    private static let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    private func script(_ path: String, _ arguments: [String], in site: TemporarySite) throws -> Outcome {
        try RunningProgram([Self.checkout.path + "/Scripts/" + path] + arguments, in: site.root).wait()
    }

    @Test("the sample site drains to one comment of every fate")
    func sample() throws {
        let site = try TemporarySite()
        for name in ["moderato.yaml", "Rules", "Scripts/sample/posts.rss"] {
            let target = URL(fileURLWithPath: site.path(name))
            try? FileManager.default.removeItem(at: target)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: Self.checkout.appendingPathComponent(name), to: target)
        }
        let folder = Self.checkout.appendingPathComponent("Scripts/sample")
        let deliveries = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.first!.isNumber }
            .sorted()
        for pass in 1...2 {
            for name in deliveries { try site.drop(name, Data(contentsOf: folder.appendingPathComponent(name))) }
            let summary = try site.drain()
            #expect(summary.deliveries + summary.redelivered >= deliveries.count)
            #expect(summary.redelivered == (pass == 1 ? 0 : deliveries.count))
        }
        let fates = try site.rows().reduce(into: [:]) { fates, row in
            fates[row.senderId ?? row.delivery ?? "", default: []].append(row.verdict)
        }
        #expect(fates == Self.fates.mapValues { [$0] })
        #expect(try site.row(sender: "haruka-1").ip == nil)
        try site.verifyOutbox()
    }

    private static let fates = [
        "amira-1": "approved", "jonas-1": "approved", "helene-1": "approved", "ewa-1": "approved",
        "amira-2": "approved",
        "lucia-1": "approved", "haruka-1": "approved", "yousef-1": "approved", "04-from-the-form.form": "approved",
        "ravi-1": "approved", "hasty-1": "rejected", "marta-1": "held", "viktor-1": "held", "amira-3": "rejected",
        "tomas-1": "held", "11-a-robot.form": "spam", "12-cut-off.json": "rejected",
    ]

    @Test("systemd reads the units without a remark, and rates the service safe")
    func units() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") else {
            print("The units were not read: systemd-analyze is not installed here.")
            return
        }
        let outcome = try script("systemd/verify", [Moderato.path], in: TemporarySite())
        #expect(outcome.status == 0, "\(outcome.everything)")
    }

    @Test("mail is handed to sendmail once, and what it refuses stays")
    func mail() throws {
        let site = try TemporarySite()
        for name in ["a", "b", "refused"] {
            try site.write("To: \(name)@blog.example\n\nHello\n", to: "Outbox/mail/new/\(name)")
        }
        let sent = site.path("sent")
        try site.write(
            "#!/bin/sh\nmessage=$(cat)\ncase $message in *refused*) exit 75;; esac\necho \"$message\" >>\(sent)\n",
            to: "sendmail"
        )
        chmod(site.path("sendmail"), 0o755)
        let first = try script("send-mail", [site.root.path, site.path("sendmail")], in: site)
        #expect(first.status == 75)
        #expect(try site.files("Outbox/mail").keys.sorted() == ["cur/a:2,S", "cur/b:2,S", "new/refused"])
        _ = try script("send-mail", [site.root.path, site.path("sendmail")], in: site)
        #expect(try site.read("sent").components(separatedBy: "Hello").count == 3)
    }
}
