import ArgumentParser
import Comments
import Ledger
import Worker

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One comment whole: what was sent, what was decided and why."
    )

    @OptionGroup var options: SiteOptions

    @Argument(help: "The comment's id.")
    var id: TypedID

    @Flag(name: .customLong("private"), help: "E-mail and IP address, too.")
    var isPrivate = false

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
        let site = try options.open()
        let id = try id.id
        guard let comment = try site.ledger.comment(id) else { throw LedgerError.unknownComment("\(id)") }
        let row = CommentRow(comment, actions: try site.ledger.actions(on: id))
        if json {
            Terminal.print(bytes: row.json(isPrivate: isPrivate))
        } else {
            Terminal.print(row.text(isPrivate: isPrivate))
        }
    }
}
