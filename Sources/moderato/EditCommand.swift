import ArgumentParser
import Comments
import Glibc
import Ledger
import Text
import Worker

struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change a comment's body: in $EDITOR, or from standard input where no terminal asks."
    )

    @OptionGroup var options: SiteOptions

    @Argument(help: "The comment's id.")
    var id: TypedID

    @Option(help: ArgumentHelp("Who acts; the login name by default.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var note: String?

    func run() async throws {
        let site = try options.open()
        let id = try id.id
        guard let comment = try site.ledger.comment(id) else { throw LedgerError.unknownComment("\(id)") }
        let text = try isatty(STDIN_FILENO) == 1 ? Editor.edit(comment.body) : StandardInput.text(limit: 65_525)
        let body = text.cleaned.trimmedOfASCIISpace
        guard !body.isBlank else {
            throw Failure.data("the new body is blank; to take the comment away use 'moderato trash \(id)'")
        }
        let outcome = try await Desk(site, moderator: Moderator.name(by)).act(
            .edit(body: body),
            on: [comment],
            note: note
        )
        for line in outcome.lines { Terminal.print(line) }
    }
}
