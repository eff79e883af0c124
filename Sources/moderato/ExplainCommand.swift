import ArgumentParser
import Comments
import Ledger
import Worker

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Every phase, rule and finding that led, or would lead, to the verdict; changes nothing."
    )

    @OptionGroup var options: SiteOptions

    @Argument(help: "A comment's id, or a file as it would be dropped into the inbox.", completion: .file())
    var subject: String

    @Flag(help: "One JSON object a comment.")
    var json = false

    func run() throws {
        for explanation in try options.open().explain(subject) {
            if json { Terminal.print(bytes: explanation.json()) } else { Terminal.print(explanation.text()) }
        }
    }
}
