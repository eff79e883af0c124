import ArgumentParser
import Worker

struct AuthorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "author",
        abstract: "What belongs to one person.",
        subcommands: [TokenCommand.self]
    )

    struct TokenCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "token",
            abstract: "A token that proves an e-mail address: give it to its owner, who sends it as 'authorToken'."
        )

        @OptionGroup var options: SiteOptions

        @Option(help: ArgumentHelp("The address.", valueName: "address"))
        var email: String

        @Flag(help: "Make all earlier tokens of the address worthless first.")
        var revoke = false

        func run() throws {
            Terminal.print(try options.open().authorToken(email: email, revokingEarlier: revoke))
        }
    }
}
