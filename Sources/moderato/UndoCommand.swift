import ArgumentParser
import Worker

struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back a moderator's act: the latest, or the one with that number."
    )

    @OptionGroup var options: SiteOptions

    @Argument(help: "The action's number, as 'show' lists it.")
    var action: Int64?

    @Option(help: ArgumentHelp("Who acts; the login name by default.", valueName: "name"))
    var by: String?

    func run() async throws {
        let desk = Desk(try options.open(), moderator: Moderator.name(by))
        for line in try await desk.undo(action).lines { Terminal.print(line) }
    }
}
