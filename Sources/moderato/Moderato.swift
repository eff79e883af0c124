import ArgumentParser
import Worker

struct Moderato: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moderato",
        abstract: "Queue-driven comment moderation: drop comments into an inbox, pull the approved feed.",
        version: Version.text,
        subcommands: [
            InitCommand.self, RunCommand.self, WatchCommand.self, SubmitCommand.self, ListCommand.self,
            QueueCommand.self, ShowCommand.self, ApproveCommand.self, HoldCommand.self, SpamCommand.self,
            TrashCommand.self, RestoreCommand.self, EditCommand.self, UndoCommand.self, RecheckCommand.self,
            ExplainCommand.self,
            RulesCommand.self, ClassifierCommand.self, MarkupCommand.self, ThreadsCommand.self, OutboxCommand.self,
            FeedCommand.self, ImportCommand.self, ExportCommand.self, AuthorCommand.self, StatusCommand.self,
        ],
        defaultSubcommand: RunCommand.self
    )

    /// Reads the command line and does what it says.
    static func perform() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.end(error)
        }
    }
}
