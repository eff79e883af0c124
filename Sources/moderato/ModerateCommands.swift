import ArgumentParser
import Comments
import Ledger
import Worker

/// What the moderator's commands share: which comments, by whom, why.
struct ModerateOptions: ParsableArguments {
    @OptionGroup var options: SiteOptions
    @OptionGroup var which: SelectionOptions

    @Argument(help: "The comments' ids; or choose with the options of 'list'.")
    var ids: [TypedID] = []

    @Option(help: ArgumentHelp("Who acts; the login name by default.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var note: String?

    @Flag(help: "Act on all that the options choose without asking.")
    var yes = false

    func act(_ act: ModeratorAct) async throws {
        let site = try options.open()
        let selection = try which.selection(in: site, ids: ids.map { try $0.id })
        guard !selection.isEmpty else {
            throw Failure.usage("name comments by id, or choose them with the options of 'list'")
        }
        let desk = Desk(site, moderator: Moderator.name(by))
        let chosen = try desk.chosen(selection, for: act)
        if ids.isEmpty, !yes, !chosen.isEmpty {
            guard let answer = Terminal.confirm("\(act.name) \(chosen.count) comments?") else {
                throw Failure.usage("\(chosen.count) comments are chosen; add --yes to \(act.name) them")
            }
            guard answer else { return }
        }
        let outcome = try await desk.act(act, on: chosen, note: note)
        for line in outcome.lines { Terminal.print(line) }
    }
}

struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve comments: they are published."
    )
    @OptionGroup var moderate: ModerateOptions
    func run() async throws { try await moderate.act(.approve) }
}

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hold", abstract: "Hold comments for review.")
    @OptionGroup var moderate: ModerateOptions
    func run() async throws { try await moderate.act(.hold) }
}

struct SpamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "spam", abstract: "Mark comments as spam.")
    @OptionGroup var moderate: ModerateOptions
    func run() async throws { try await moderate.act(.spam) }
}

struct TrashCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "trash", abstract: "Put comments into the trash.")
    @OptionGroup var moderate: ModerateOptions
    func run() async throws { try await moderate.act(.trash) }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Give comments the verdict from before spam or trash."
    )
    @OptionGroup var moderate: ModerateOptions
    func run() async throws { try await moderate.act(.restore) }
}
