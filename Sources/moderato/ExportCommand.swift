import ArgumentParser
import Comments
import Ledger
import Worker

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write comments to standard output, for another system or a reader of feeds.",
        discussion: """
            A feed (rss, atom, jsonfeed) has the approved comments, newest first. WXR, Disqus, CSV and JSON lines have all but the \
            rejected ones, thread by thread; importing them elsewhere and exporting again gives the same bytes. Without --private no \
            e-mail and no IP address is written.
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(help: "How it is written.")
    var format: ExportRequest.Format

    @Option(help: ArgumentHelp("Only comments of this thread: its address or slug.", valueName: "thread"))
    var thread: String?

    @Option(help: ArgumentHelp("Only comments with this verdict; may be given more than once.", valueName: "verdict"))
    var verdict: [Verdict] = []

    @Option(help: ArgumentHelp("Only comments submitted at that time or later.", valueName: "time"))
    var since: Moment?

    @Flag(help: "Write e-mail addresses, IP addresses and agents too.")
    var `private` = false

    func run() throws {
        let site = try options.open()
        var selection = Selection()
        selection.thread = try thread.map { try site.canonical(thread: $0) }
        selection.verdicts = verdict
        selection.since = since?.time
        var pending: [UInt8] = []
        try site.export(ExportRequest(format, selection, isPrivate: `private`)) { bytes in
            pending += bytes
            guard pending.count >= 64 << 10 else { return }
            Terminal.print(bytes: pending)
            pending.removeAll(keepingCapacity: true)
        }
        Terminal.print(bytes: pending)
    }
}

extension ExportRequest.Format: ExpressibleByArgument {}
