import Foundation
import Testing

@testable import Settings

@Suite("The documentation of settings")
struct SettingsDocumentationTests {
    private static let page = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../Documentation/Settings.md")

    @Test("its table is the table of the code")
    func table() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(text.hasSuffix("## Keys\n\n" + Settings.documentation()))
    }

    @Test("its example is read")
    func example() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let yaml = try #require(text.components(separatedBy: "```yaml\n").last?.components(separatedBy: "```").first)
        let settings = try Settings(yaml: yaml)
        #expect(settings.moderation.maxLinks == 3)
        #expect(settings.flood.interval == .seconds(30))
    }
}
