import ArgumentParser

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Checks, tests and tries rules.",
        subcommands: [RulesCheckCommand.self, RulesMatchCommand.self, RulesTestCommand.self, RulesReplayCommand.self]
    )
}
