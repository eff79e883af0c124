import Testing

@testable import Settings

@Suite("The table of settings")
struct SettingsTextTests {
    /// The commented defaults with the mark before every key removed.
    private static let uncommented = Settings.commentedDefaults().split(
        separator: "\n",
        omittingEmptySubsequences: false
    ).map { line in
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("#"), !text.hasPrefix("# ") else { return String(line) }
        return String(line.prefix(line.count - text.count) + text.dropFirst())
    }.joined(separator: "\n")

    @Test("the commented defaults change nothing, with and without their marks")
    func commented() throws {
        #expect(try Settings(yaml: Settings.commentedDefaults()) == Settings())
        #expect(try Settings(yaml: Self.uncommented) == Settings())
        for key in SettingKey.all {
            let last = key.name.split(separator: ".").last ?? ""
            #expect(Self.uncommented.contains("\(last): \(key.defaultText)\n"))
        }
    }

    @Test("every key's default is read back", arguments: SettingKey.all.map(\.name))
    func roundTrip(name: String) throws {
        let key = try #require(SettingKey.all.first { $0.name == name })
        #expect(try Settings(yaml: "\(name): \(key.defaultText)") == Settings())
        #expect(!key.meaning.contains("\n"))
    }

    @Test("names and variables are unique")
    func unique() {
        #expect(Set(SettingKey.all.map(\.name)).count == SettingKey.all.count)
        #expect(Set(SettingKey.all.map(\.variable)).count == SettingKey.all.count)
        #expect(SettingKey.all.first { $0.name == "moderation.maxLinks" }?.variable == "MODERATO_MODERATION_MAXLINKS")
    }

    @Test("the listing tells different settings apart")
    func listing() {
        var other = Settings()
        other.moderation.maxLinks = 3
        #expect(Settings().listing == Settings().listing)
        #expect(other.listing.contains("moderation.maxLinks: 3\n"))
    }

    @Test(
        "durations are whole numbers with a unit",
        arguments: [
            ("15s", 15), ("10m", 600), ("12h", 43200), ("14d", 1_209_600), ("2w", 1_209_600), ("0", 0), ("0d", 0),
        ]
    )
    func durations(text: String, seconds: Int64) {
        #expect(Duration(setting: text)?.seconds == seconds)
    }

    @Test(
        "what is no duration is refused",
        arguments: ["", "15", "-1s", "1.5h", "d", "1 d", "99999999999999d", "1y", "٣s"]
    )
    func noDurations(text: String) {
        #expect(Duration(setting: text) == nil)
    }

    @Test(
        "sizes are read and written",
        arguments: [("64KiB", 65536), ("1GiB", 1 << 30), ("100MiB", 100 << 20), ("17B", 17)]
    )
    func sizes(text: String, bytes: Int) {
        #expect(ByteSize.parse(text) == bytes)
        #expect(ByteSize.text(bytes) == text)
        #expect(ByteSize.parse("99999999999GiB") == nil)
    }
}
