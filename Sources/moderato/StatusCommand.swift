import ArgumentParser
import Worker

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Counts, backlog, rates, thresholds and the last error."
    )

    @OptionGroup var options: SiteOptions

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
        let report = try options.open().statusReport()
        if json { Terminal.print(bytes: report.json()) } else { Terminal.print(StatusText(report).text) }
    }
}
