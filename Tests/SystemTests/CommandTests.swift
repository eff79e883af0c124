import Foundation
import GRDB
import Testing

@Suite("Commands and exit codes")
struct CommandTests {
    @Test("version, help and completions are there, and an unknown word is a usage error")
    func general() throws {
        let site = try TemporarySite()
        #expect(try site.run("--version").status == 0)
        #expect(try site.run("--help").output.contains("run"))
        #expect(try site.run("--generate-completion-script", "bash").output.contains("moderato"))
        #expect(try site.run("--nonsense").status == 64)
        #expect(try site.run("list", "--nonsense").status == 64)
        #expect(try site.run("approve").status == 64)
    }

    @Test("init lays out a whole site and never overwrites")
    func initialise() throws {
        let site = try TemporarySite()
        for place in ["moderato.yaml", "Rules/words", "Inbox", "Outbox", "State"] {
            #expect(site.exists(place), "\(place)")
        }
        try site.write("site: {title: Mine}\n", to: "moderato.yaml")
        #expect(try site.run("init", site.root.path).status == 0)
        #expect(try site.read("moderato.yaml") == "site: {title: Mine}\n")
    }

    @Test("init lays out this repository's rules, tests and word lists; Scripts/make-starter-files.py copies them")
    func starterFiles() throws {
        let site = try TemporarySite()
        try FileManager.default.removeItem(atPath: site.path("Rules"))
        #expect(try site.run("init", site.root.path).status == 0)
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Rules").standardized
        for folder in ["", "tests/", "words/"] {
            func files(_ rules: String) throws -> [String] {
                let names = try FileManager.default.contentsOfDirectory(atPath: rules + "/" + folder)
                return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".txt") }.sorted()
            }
            let names = try files(root.path)
            #expect(try files(site.path("Rules")) == names && !names.isEmpty)
            for name in names {
                let own = try String(contentsOf: root.appending(path: folder + name), encoding: .utf8)
                #expect(try site.read("Rules/" + folder + name) == own, "\(folder)\(name)")
            }
        }
        #expect(try site.run("rules", "check").status == 0)
        #expect(try site.run("rules", "test").status == 0)
        try site.drop("one")
        #expect(try site.drain().approved == 1)
    }

    @Test("a checkout of a site that leaves out what is private works at once")
    func checkout() throws {
        let site = try TemporarySite()
        for place in ["State", "Outbox"] { try FileManager.default.removeItem(atPath: site.path(place)) }
        try site.drop("one")
        try site.drop("bad.json", "{")
        try site.drain()
        #expect(try site.rows().count == 2)
        try site.verifyOutbox()
    }

    @Test("private places are private, public ones readable")
    func modes() throws {
        let site = try TemporarySite()
        try site.drop("good")
        try site.drop("bad.json", "{")
        try site.drain()
        func mode(_ path: String) throws -> Int {
            try #require(FileManager.default.attributesOfItem(atPath: site.path(path))[.posixPermissions] as? Int)
        }
        for place in ["State", "Outbox/mail", "Outbox/rejected"] {
            #expect(try mode(place) == 0o700, "\(place)")
            for name in try site.files(place).keys {
                #expect(try mode(place + "/" + name) == 0o600, "\(place)/\(name)")
            }
        }
        #expect(try mode("Inbox") & 0o7777 == 0o2730)
        for name in try site.files("Outbox/public").keys {
            #expect(try mode("Outbox/public/" + name) & 0o044 == 0o044, "\(name)")
        }
    }

    @Test(
        "what is not known is bad data (65)",
        arguments: [["show"], ["approve"], ["explain"], ["edit"], ["list", "--similar"]],
        ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "no-such-comment"]
    )
    func unknown(command: [String], id: String) throws {
        let site = try TemporarySite()
        try site.drain()
        let outcome = try site.start(command + [id], input: "x").wait()
        #expect(outcome.status == 65, "\(outcome.errors)")
        #expect(outcome.errors.contains(id))
    }

    @Test("rules with an error end with 78, also where nothing waits, until they are mended")
    func brokenRules() throws {
        let site = try TemporarySite()
        try site.drain()
        try site.write("---\nbody (includes): [x\n", to: "Rules/broken.yaml")
        for _ in 0..<2 {
            let outcome = try site.run("run")
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("broken.yaml:3"))
        }
        try site.write("---\nbody (includes): [x]\naction: report\n", to: "Rules/broken.yaml")
        try site.drain()
    }

    @Test("what is kept no longer goes with the next run, whenever the last was")
    func retention() async throws {
        let site = try TemporarySite("retention: {trash: 0d, rejected: 1s}\n")
        try site.drop("kept")
        try site.drop("bad.json", "{")
        try site.drain()
        try site.run("trash", try site.row(sender: "kept").id)
        try await Task.sleep(for: .milliseconds(1100))
        try site.drain()
        #expect(try site.rows().isEmpty)
        #expect(try site.files("Outbox/rejected").isEmpty)
        try site.verifyOutbox()
    }

    @Test("wrong settings are an error (78) that names file, line and the nearest key")
    func wrongSettings() throws {
        let site = try TemporarySite()
        try site.write("site:\n  titel: Mine\n", to: "moderato.yaml")
        try site.drop("waits")
        let outcome = try site.run("run")
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("moderato.yaml:2"))
        #expect(outcome.errors.contains("title"))
        #expect(try site.inbox() == ["waits.json"])
    }

    @Test("a word list that the settings name must be there (78); the usual ones may be missing")
    func missingWordList() throws {
        let site = try TemporarySite()
        for list in ["block", "moderate"] {
            try FileManager.default.removeItem(atPath: site.path("Rules/words/\(list).txt"))
        }
        try site.drop("first")
        try site.drain()
        try site.configure("words: {block: Rules/words/blok.txt}\n")
        try site.drop("second")
        for _ in 0..<2 {
            let outcome = try site.run("run")
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("words.block") && outcome.errors.contains("Rules/words/blok.txt"))
        }
        #expect(try site.inbox() == ["second.json"])
        try site.write("second\n", to: "Rules/words/blok.txt")
        try site.drain()
        #expect(try site.row(sender: "second").verdict == "trashed")
    }

    @Test("the environment overrides the file")
    func environment() throws {
        let site = try TemporarySite()
        try site.drop("one")
        try site.drain(environment: ["MODERATO_MODERATION_HOLDALL": "true"])
        #expect(try site.row(sender: "one").verdict == "held")
        try site.drop("two")
        #expect(try site.run("run", environment: ["MODERATO_MODERATION_MAXLINKS": "many"]).status == 78)
    }

    @Test("a directory that is no site is an error that says how to make one")
    func noSite() throws {
        let site = try TemporarySite()
        try FileManager.default.createDirectory(atPath: site.path("empty"), withIntermediateDirectories: true)
        let outcome = try Moderato.start(["run", "--site", site.path("empty")], in: site.root).wait()
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("moderato init"))
    }

    @Test("a ledger from a newer version (78) or damaged (74) is refused, with the way out")
    func ledgers() throws {
        let site = try TemporarySite()
        try site.drop("one")
        try site.drain()
        let path = site.path("State/ledger.sqlite")
        let intact = try Data(contentsOf: URL(fileURLWithPath: path))

        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 999") }
        let refused = try site.run("run")
        #expect(refused.status == 78, "\(refused.errors)")
        #expect(refused.errors.contains("newer"))

        var damaged = intact
        for index in 100..<min(damaged.count, 40_000) { damaged[index] = UInt8(truncatingIfNeeded: index &* 31) }
        try damaged.write(to: URL(fileURLWithPath: path))
        try site.drop("two")
        let broken = try site.run("run")
        #expect(broken.status == 74, "\(broken.errors)")
        #expect(try site.inbox() == ["two.json"])
    }

    @Test("submit accepts what is valid and lists what is not as JSON (65)")
    func submit() throws {
        let site = try TemporarySite()
        let good = String(decoding: try TemporarySite.comment("sent"), as: UTF8.self)
        #expect(try site.run("submit", "--format", "json", input: good).status == 0)
        let bad = try site.run("submit", "--format", "json", input: #"{"thread":"2025/post","body":""}"#)
        #expect(bad.status == 65)
        #expect(bad.output.contains("require_valid_comment"))
        let form = "thread=2025%2Fpost&name=Cgi&email=cgi%40readers.example&body=By+CGI"
        let cgi = [
            "GATEWAY_INTERFACE": "CGI/1.1", "REMOTE_ADDR": "192.0.2.44",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
        ]
        #expect(try site.run("submit", "--format", "form", "--wait", input: form, environment: cgi).status == 0)
        try site.drain()
        let rows = try site.rows()
        #expect(rows.count == 2)
        let id = try #require(rows.first { $0.name == "Cgi" }).id
        #expect(try site.run("show", id, "--private", "--json").output.contains("192.0.2.44"))
    }

    @Test("under CGI what a visitor may not say is ignored in JSON, too, and a flag stands above what is sent")
    func forged() throws {
        let site = try TemporarySite()
        let fields = [
            "submittedAt": "2020-01-01T00:00:00Z", "title": "Forged", "remote_addr": "203.0.113.9",
            "user_agent": "Forged",
        ]
        let sent = String(decoding: try TemporarySite.comment("sent", fields), as: UTF8.self)
        let cgi = ["GATEWAY_INTERFACE": "CGI/1.1", "REMOTE_ADDR": "192.0.2.44"]
        func shown(_ outcome: Outcome) throws -> Row {
            let id = try decode(Row.self, outcome.output).id
            return try decode(Row.self, site.run("show", id, "--private", "--json").output)
        }
        let visitors = try shown(site.run("submit", "--wait", input: sent, environment: cgi))
        #expect(visitors.ip == "192.0.2.44")
        #expect(visitors.userAgent == nil)
        #expect(visitors.senderId == nil)
        #expect(visitors.submittedAt?.hasPrefix("2020") == false)
        #expect(try !site.run("threads", "list", "--json").output.contains("Forged"))

        let own = try site.run("submit", "--wait", "--ip", "192.0.2.45", input: sent.replacing("What", with: "Then"))
        #expect(try shown(own).ip == "192.0.2.45")
        #expect(try shown(own).submittedAt?.hasPrefix("2020") == true)
    }

    @Test("a submission over the limit is a problem as JSON, however long it is")
    func tooLarge() throws {
        let site = try TemporarySite("limits: {item: 1KiB}\n")
        let outcome = try site.run("submit", input: String(repeating: "x", count: 300_000))
        #expect(outcome.status == 65)
        let problems = try JSONDecoder().decode([Row.Problem].self, from: Data(outcome.output.utf8))
        #expect(problems.map(\.code) == ["too_large"])
        #expect(problems.first?.message.contains("300000") == true)
        #expect(try site.inbox().isEmpty)
    }

    @Test("status counts, as text and as JSON, and in the files beside the outbox")
    func status() throws {
        let site = try TemporarySite()
        try site.drop("one")
        try site.drop("bad.json", "{")
        try site.drain()
        #expect(try site.run("status").output.contains("approved"))
        let report = try site.run("status", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any])
        #expect(object["version"] != nil)
        _ = try site.object("Outbox/status/status.json")
        let metrics = try site.read("Outbox/status/moderato.prom")
        #expect(metrics.contains("# HELP"))
        #expect(metrics.contains("# TYPE"))
    }

    @Test("threads are listed, closed and opened")
    func threads() throws {
        let site = try TemporarySite()
        try site.drop("one")
        try site.drain()
        #expect(try site.run("threads", "close", "2025/post").status == 0)
        try site.drop("late")
        try site.drain()
        #expect(try site.row(sender: "late").codes == ["comment_closed"])
        #expect(try site.object("Outbox/public/threads/2025/post.json")["closed"] as? Bool == true)
        try site.run("threads", "open", "2025/post")
        try site.drop("again")
        try site.drain()
        #expect(try site.row(sender: "again").verdict == "approved")
        #expect(try site.run("threads", "list").output.contains("2025/post"))
        try site.verifyOutbox()
    }

    @Test("markup clean needs no site")
    func markup() throws {
        let site = try TemporarySite()
        let outcome = try site.run(
            "markup",
            "clean",
            input: #"{"id":"1","payload":"<script>x</script>Hi <b>you"}"# + "\n"
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains(#""output":"<p>Hi <b>you</b></p>""#))
    }

    @Test("a token proves an author")
    func token() throws {
        let site = try TemporarySite()
        try site.write(
            TemporarySite.openSettings.replacing(
                "previouslyApproved: false",
                with: "previouslyApproved: true\n  trusted: [ed@blog.example]"
            ),
            to: "moderato.yaml"
        )
        let token = try site.run("author", "token", "--email", "ed@blog.example")
        #expect(token.status == 0, "\(token.errors)")
        let proof = token.output.trimmingCharacters(in: .whitespacesAndNewlines)
        try site.drop("proven", ["email": "ed@blog.example", "authorToken": proof])
        try site.drop("typed", ["email": "ed@blog.example", "body": "It is me!"])
        try site.drain()
        #expect(try site.row(sender: "proven").verdict == "approved")
        #expect(try site.row(sender: "typed").verdict == "held")
    }
}
