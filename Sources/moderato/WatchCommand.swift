import ArgumentParser
import Settings
import Worker

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Work the inbox as it fills, until SIGTERM.",
        discussion:
            "SIGHUP reads settings, rules and word lists again; where they have an error the old ones stay in force."
    )

    @Option(
        name: .customLong("site"),
        help: ArgumentHelp("A site's directory; may be given more than once.", valueName: "dir")
    )
    var sites: [String] = ["."]

    @Option(help: ArgumentHelp("Seconds between looks at the inbox when nothing is heard of.", valueName: "seconds"))
    var interval = 30

    func validate() throws {
        guard interval > 0 else { throw ValidationError("--interval must be at least 1") }
    }

    func run() async throws {
        let unique = sites.reduce(into: [String]()) { list, site in
            if !list.contains(site) { list.append(site) }
        }
        try await Watch(sites: unique.map { Site($0) }, interval: interval).run()
    }
}
