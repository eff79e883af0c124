import ArgumentParser
import JSON
import Rules

struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs the tests beside the rules, a line each.",
        discussion: "Exit code 78 if one fails or can't be read."
    )

    @Argument(help: ArgumentHelp("A directory of rules with tests/ in it; by default the site's.", valueName: "dir"))
    var path: String?

    @OptionGroup var site: SiteOptions

    @Flag(help: "A JSON object a line.")
    var json = false

    func run() throws {
        let compiled = try CompiledRules([path ?? "\(site.site)/Rules"])
        let outcomes = compiled.tests.run(on: compiled.rules, scanner: compiled.scanner)
        let failed = outcomes.count { $0.failure != nil }
        let broken = (compiled.tests.diagnostics + compiled.rules.diagnostics).filter { $0.severity == .error }
        for outcome in outcomes {
            if json { Terminal.print(bytes: Self.json(outcome)) } else { Terminal.print(Self.line(outcome)) }
        }
        for diagnostic in broken { Terminal.error(diagnostic.description) }
        if !json { Terminal.print("\(outcomes.count - failed) of \(outcomes.count) tests passed") }
        if failed > 0 || !broken.isEmpty { throw ExitCode(78) }
    }

    private static func line(_ outcome: RuleTestSuite.Outcome) -> String {
        let test = outcome.test
        let name = "tests/\(test.file):\(test.line)" + (test.name.map { " " + $0 } ?? "")
        guard let failure = outcome.failure else { return mark("✔", "\u{1B}[32m") + " " + name }
        return mark("✘", "\u{1B}[31m") + " \(name): \(failure)"
    }

    private static func mark(_ sign: String, _ colour: String) -> String {
        Terminal.hasColour ? colour + sign + "\u{1B}[0m" : sign
    }

    private static func json(_ outcome: RuleTestSuite.Outcome) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("file", outcome.test.file)
            json.field("line", outcome.test.line)
            json.field("name", outcome.test.name)
            json.key("passed")
            json.bool(outcome.failure == nil)
            json.field("failure", outcome.failure)
        }
        json.newline()
        return json.bytes
    }
}
