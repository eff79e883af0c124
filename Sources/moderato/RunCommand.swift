import ArgumentParser
import Settings
import Worker

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Drain the inbox once and exit; the default command."
    )

    @OptionGroup var options: SiteOptions

    @Flag(help: "Print the summary as one JSON object.")
    var json = false

    func run() async throws {
        let progress = ProgressBar()
        defer { progress.clear() }
        let summary = try await Worker(Site(options.site)).run(
            compiling: { progress.show(compiling: $0) },
            progress: { progress.show($0) }
        )
        progress.clear()
        Terminal.print(json ? summary.json : summary.line)
    }
}
