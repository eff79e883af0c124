import ArgumentParser
import Worker

struct ThreadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "threads",
        abstract: "The site's posts and whether they take comments.",
        subcommands: [ListCommand.self, ImportCommand.self, OpenCommand.self, CloseCommand.self]
    )

    struct ListCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "All threads, by address.")
        @OptionGroup var options: SiteOptions

        @Flag(help: "One JSON object a line.")
        var json = false

        func run() throws {
            for thread in try options.open().ledger.publishedThreads() {
                Terminal.print(json ? ThreadLine.json(thread) : ThreadLine.text(thread))
            }
        }
    }

    struct ImportCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Take titles, dates and authors of posts from a feed or export."
        )
        @OptionGroup var options: SiteOptions

        @Argument(help: "The feed.", completion: .file())
        var file: String

        func run() async throws {
            let report = try await options.open().importThreads(file)
            Terminal.print("\(report.posts) posts, \(report.changed) of them new or changed")
            for problem in report.problems { Terminal.error("moderato: \(file): \(problem)") }
        }
    }

    struct OpenCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open",
            abstract: "Let a post take comments again."
        )
        @OptionGroup var options: SiteOptions

        @Argument(help: "The post's address or slug.")
        var threads: [String]

        func run() async throws { try await options.open().setClosed(false, threads: threads) }
    }

    struct CloseCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close",
            abstract: "Let a post take no more comments; a post not known yet is listed."
        )
        @OptionGroup var options: SiteOptions

        @Argument(help: "The post's address or slug.")
        var threads: [String]

        func run() async throws { try await options.open().setClosed(true, threads: threads) }
    }
}
