import ArgumentParser
import JSON
import Patterns
import Rules

struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compiles rules and says what is wrong with them.",
        discussion: """
            Without paths: the rules, word lists and tests of the site in this directory. Exit code 78 if there is an error or a \
            test fails.
            """
    )

    @Argument(help: ArgumentHelp("Rule files, or directories of them with their tests.", valueName: "dir|file"))
    var paths: [String] = []

    @OptionGroup var site: SiteOptions

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
        let rules = try CompiledRules(paths.isEmpty ? ["\(site.site)/Rules"] : paths)
        let found = rules.diagnostics(withLint: true)
        if json {
            Terminal.print(bytes: Self.json(rules, found))
        } else {
            for line in DiagnosticText.lines(found) { Terminal.print(line) }
            Terminal.print(rules.summary(found))
        }
        if found.contains(where: { $0.severity == .error }) { throw ExitCode(78) }
    }

    private static func json(_ rules: CompiledRules, _ found: [RuleDiagnostic]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("rules")
            json.integer(rules.rules.count)
            json.key("tests")
            json.integer(rules.tests.tests.count)
            json.key("diagnostics")
            json.array { json in
                for diagnostic in found {
                    json.object { json in
                        json.field("severity", diagnostic.severity.rawValue)
                        json.field("file", diagnostic.file)
                        json.field("document", diagnostic.document)
                        json.field("line", diagnostic.line)
                        json.field("column", diagnostic.column)
                        json.field("message", diagnostic.message)
                        json.field("mend", diagnostic.mend)
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }
}
