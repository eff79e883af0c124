import Foundation
import Testing

@testable import Settings

@Suite("A site's directory")
struct SiteTests {
    /// Runs `body` in a directory of its own.
    private func inDirectory(_ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "site-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func mode(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_mode & 0o7777) : -1
    }

    @Test("laying out makes every place with its mode, also below directories that are not there")
    func modes() throws {
        try inDirectory { root in
            let site = Site(root + "/a/b/")
            let made = try Site.layOut(at: site.root)
            #expect(made.contains("moderato.yaml"))
            #expect(mode(site.inbox) == 0o2730)
            for path in [site.state, site.rejected, site.mail, site.mail + "/new"] { #expect(mode(path) == 0o700) }
            for path in [site.publicOutbox, site.status, site.path("Rules/words"), site.path("Rules/spam")] {
                #expect(mode(path) == 0o755)
            }
            #expect(try Settings.load(site.settingsFile, environment: [:]) == Settings())
            #expect(try FileManager.default.contentsOfDirectory(atPath: site.root).allSatisfy { !$0.hasSuffix(".tmp") })
        }
    }

    @Test("laying out again changes nothing")
    func never() throws {
        try inDirectory { root in
            let site = Site(root)
            _ = try Site.layOut(at: root)
            try "honeypot: mine\n".write(toFile: site.settingsFile, atomically: true, encoding: .utf8)
            chmod(site.inbox, 0o700)
            #expect(
                try Site.layOut(at: root, files: [("Rules/words/block.txt", "casino\n")]) == ["Rules/words/block.txt"]
            )
            #expect(try Settings.load(site.settingsFile, environment: [:]).honeypot == "mine")
            #expect(mode(site.inbox) == 0o700)
        }
    }

    @Test("a file in the place of a directory is an error that names it")
    func blocked() throws {
        try inDirectory { root in
            _ = try Site.layOut(at: root)
            try FileManager.default.removeItem(atPath: root + "/State")
            try "".write(toFile: root + "/State", atomically: true, encoding: .utf8)
            let error = #expect(throws: SiteError.self) { try Site.layOut(at: root) }
            #expect(error?.path == root + "/State")
        }
    }

    @Test("the secret is made once, private and random")
    func secret() throws {
        try inDirectory { root in
            _ = try Site.layOut(at: root)
            _ = try Site.layOut(at: root + "2")
            defer { try? FileManager.default.removeItem(atPath: root + "2") }
            let secret = try Site(root).secret()
            #expect(secret.count == 32)
            #expect(try Site(root).secret() == secret)
            #expect(try Site(root + "2").secret() != secret)
            #expect(mode(root + "/State/secret") == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/State") == ["secret"])
        }
    }

    @Test("a secret that others can read, or of another length, is refused")
    func refusedSecret() throws {
        try inDirectory { root in
            _ = try Site.layOut(at: root)
            _ = try Site(root).secret()
            chmod(root + "/State/secret", 0o640)
            #expect(throws: SiteError(root + "/State/secret", .exposedSecret(mode: 0o640))) { try Site(root).secret() }
            chmod(root + "/State/secret", 0o600)
            truncate(root + "/State/secret", 5)
            #expect(throws: SiteError(root + "/State/secret", .invalidSecret)) { try Site(root).secret() }
        }
    }
}
