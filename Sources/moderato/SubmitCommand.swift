import ArgumentParser
import Settings
import Worker

struct SubmitCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
        case form
    }

    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Put one comment from standard input into the inbox, after the same validation.",
        discussion: """
            Under CGI (GATEWAY_INTERFACE is set) address, agent and referrer come from the environment, and what a \
            visitor may not say is ignored, as it is in a form.
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("How it is written: json or form.", valueName: "format"))
    var format: Format?

    @Option(help: ArgumentHelp("The sender's IP address.", valueName: "address"))
    var ip: String?

    @Option(help: ArgumentHelp("The sender's browser.", valueName: "text"))
    var userAgent: String?

    @Option(help: ArgumentHelp("The page with the form.", valueName: "address"))
    var referrer: String?

    @Flag(help: "Wait until it is judged and print its row.")
    var wait = false

    func run() async throws {
        let site = try options.open()
        let sender = Submission.Sender(ip: ip, userAgent: userAgent, referrer: referrer)
        let input = try StandardInput.bytes(keeping: site.settings.limits.item)
        let submission = Submission(
            input.bytes,
            size: input.size,
            isForm: format.map { $0 == .form },
            sender: sender
        )
        let outcome = try await site.submit(submission, waiting: wait)
        Terminal.print(bytes: outcome.output)
        guard outcome.isAccepted else { throw ExitCode(65) }
    }
}
