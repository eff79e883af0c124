import Comments
import Glibc
import Testing

@testable import Settings

@Suite("Reading settings")
struct SettingsReadingTests {
    @Test("no file, an empty file and empty sections give the defaults")
    func defaults() throws {
        #expect(try Settings.load("/nonexistent/moderato.yaml", environment: [:]) == Settings())
        #expect(try Settings(yaml: "") == Settings())
        #expect(try Settings(yaml: "# nothing\nsite:\nmoderation:\n  # maxLinks: 2\n") == Settings())
    }

    @Test("the defaults are WordPress's")
    func wordPress() {
        let settings = Settings()
        #expect(settings.require.nameAndEmail)
        #expect(!settings.moderation.holdAll)
        #expect(settings.moderation.previouslyApproved)
        #expect(settings.moderation.maxLinks == 2)
        #expect(settings.moderation.closeAfter == .zero)
        #expect(settings.flood.interval.milliseconds == 15_000)
        #expect(settings.retention.trash.seconds == 30 * 86400)
    }

    @Test(
        "languages and time zones are checked, not only taken",
        arguments: [
            ("language: de-CH", true), ("language: zh-Hant-TW", true), ("language: klingonisch", false),
            ("language: en_GB", false), ("language: 7", false), ("timezone: UTC", true),
            ("timezone: Europe/Berlin", true), ("timezone: ../zoneinfo/UTC", false),
        ]
    )
    func places(line: String, isRight: Bool) throws {
        let settings = try? Settings(yaml: "site: {\(line)}")
        #expect((settings != nil) == isRight)
    }

    @Test(
        "a time zone that the system's database lacks is an error",
        .enabled(if: access("/usr/share/zoneinfo", F_OK) == 0, "this system has no tz database"),
        arguments: ["Europe/Berln", "Europe"]
    )
    func unknownZone(zone: String) {
        #expect(throws: SettingsError.self) { try Settings(yaml: "site: {timezone: \(zone)}") }
    }

    @Test("every kind of value is read")
    func kinds() throws {
        let settings = try Settings(
            yaml: """
                site: {title: "Ada's", url: https://blog.example/, moderators: [ada@blog.example]}
                moderation:
                  holdAll: on
                  maxLinks: 5
                  closeAfter: 14d
                flood: {interval: 10m, then: reject}
                spam: {holdAbove: .5, spamAbove: 1}
                limits: {item: 64KiB, itemsPerFile: 2_000_000}
                notify: {held: each, replies: off}
                threads: {feed: posts.rss}
                honeypot: url2
                markup: {format: markdown}
                """
        )
        #expect(settings.site.title == "Ada's")
        #expect(settings.site.moderators == ["ada@blog.example"])
        #expect(settings.moderation.holdAll)
        #expect(settings.moderation.maxLinks == 5)
        #expect(settings.moderation.closeAfter == .days(14))
        #expect(settings.flood.interval == .seconds(600))
        #expect(settings.flood.then == .reject)
        #expect(settings.spam.holdAbove == 0.5)
        #expect(settings.limits.item == 65536)
        #expect(settings.limits.itemsPerFile == 2_000_000)
        #expect(settings.notify.held == .each)
        #expect(!settings.notify.replies)
        #expect(settings.threads.feed == "posts.rss")
        #expect(settings.honeypot == "url2")
        #expect(settings.markup.format == .markdown)
        #expect(settings.outboxURL == "https://blog.example/comments/")
    }

    @Test(
        "a fault names the file, the line and the mend",
        arguments: [
            ("moderation:\n  maxLink: 3", "my.yaml:2:3", "moderation.maxLinks"),
            ("maxLinks: 3", "my.yaml:1:1", "moderation.maxLinks"),
            ("\nmoderaton:\n  holdAll: true", "my.yaml:2:1", "'moderation'"),
            ("moderation:\n  maxLinks: many", "my.yaml:2:13", "a whole number"),
            ("moderation:\n  maxLinks: -1", "my.yaml:2:13", "a whole number"),
            ("moderation:\n  maxLinks: \"3\"", "my.yaml:2:13", "a whole number"),
            ("moderation:\n  holdAll: 1", "my.yaml:2:12", "true or false"),
            ("moderation:\n  holdAll: [true]", "my.yaml:2:12", "true or false"),
            ("moderation: 3", "my.yaml:1:13", "indented"),
            ("flood: {interval: 15}", "my.yaml:1:19", "15s"),
            ("flood: {then: delete}", "my.yaml:1:15", "hold, reject"),
            ("spam: {holdAbove: 70%}", "my.yaml:1:19", "from 0 to 1"),
            ("site: {url: blog.example}", "my.yaml:1:13", "http"),
            ("site: {moderators: ada@blog.example}", "my.yaml:1:20", "a list"),
            ("- a", "my.yaml:1:1", "key: value"),
            ("site: {title: a\n", "my.yaml:", "not YAML"),
            ("site: {title: a}\nsite: {title: b}", "my.yaml:", "twice"),
        ]
    )
    func faults(yaml: String, place: String, mend: String) throws {
        let error = try #require(throws: SettingsError.self) { try Settings(yaml: yaml, file: "my.yaml") }
        #expect(error.description.hasPrefix(place))
        #expect(error.description.contains(mend))
    }

    @Test("a wrong address is not quoted")
    func privacy() throws {
        let error = try #require(throws: SettingsError.self) { try Settings(yaml: "site: {moderators: [secret@host]}") }
        #expect(!error.description.contains("secret"))
    }

    @Test("the environment overrides the file")
    func environment() throws {
        let settings = try Settings(
            yaml: "moderation: {maxLinks: 3, maxDepth: 4}",
            environment: [
                "MODERATO_MODERATION_MAXLINKS": "5", "MODERATO_SITE_MODERATORS": "a@b.example, c@d.example",
                "MODERATO_HONEYPOT": "trap", "MODERATO_BINARY": "unrelated", "PATH": "/bin",
            ]
        )
        #expect(settings.moderation.maxLinks == 5)
        #expect(settings.moderation.maxDepth == 4)
        #expect(settings.site.moderators == ["a@b.example", "c@d.example"])
        #expect(settings.honeypot == "trap")
    }

    @Test(
        "a variable that is wrong is named with its mend",
        arguments: [
            ("MODERATO_MODERATION_MAXLINK", "1", "MODERATO_MODERATION_MAXLINKS"),
            ("MODERATO_MODERATION_MAXLINKS", "x", "a whole number"),
        ]
    )
    func wrongVariable(name: String, value: String, mend: String) throws {
        let error = try #require(throws: SettingsError.self) { try Settings(yaml: "", environment: [name: value]) }
        #expect(error.description.hasPrefix("environment: "))
        #expect(error.description.contains(mend))
    }
}
