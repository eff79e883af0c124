import ArgumentParser
import Worker

struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Compare the outbox with the ledger, or write it anew.",
        subcommands: [VerifyCommand.self, RebuildCommand.self]
    )

    struct VerifyCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Compare everything public or rejected with what the ledger says, byte for byte."
        )

        @OptionGroup var options: SiteOptions

        func run() async throws {
            let differences = try await options.open().verifyOutbox()
            for difference in differences { Terminal.print(difference.description) }
            guard differences.isEmpty else { throw ExitCode(1) }
            Terminal.print("the outbox is what the ledger says")
        }
    }

    struct RebuildCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rebuild",
            abstract: "Write the outbox anew from the ledger."
        )

        @OptionGroup var options: SiteOptions

        func run() async throws {
            let count = try await options.open().rebuildOutbox()
            Terminal.print("\(count) files written")
        }
    }
}
