import ArgumentParser
import Comments
import Ledger
import Worker

/// Which comments a command means.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only comments with this verdict; may be given more than once.", valueName: "verdict"))
    var verdict: [Verdict] = []

    @Option(help: ArgumentHelp("Only comments of this thread: its address or slug.", valueName: "thread"))
    var thread: String?

    @Option(help: ArgumentHelp("Only comments by this author's name.", valueName: "name"))
    var author: String?

    @Option(help: ArgumentHelp("Only comments with this finding.", valueName: "symbol"))
    var finding: String?

    @Option(help: ArgumentHelp("Only comments submitted at that time or later.", valueName: "time"))
    var since: Moment?

    @Option(
        help: ArgumentHelp(
            "Only this comment, its near-duplicates, and comments that link to one of its hosts.",
            valueName: "id"
        )
    )
    var similar: TypedID?

    @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    }

    func selection(in site: OpenSite, ids: [CommentID] = []) throws -> Selection {
        var selection = Selection()
        selection.ids = ids
        selection.verdicts = verdict
        selection.thread = try thread.map { try site.canonical(thread: $0) }
        selection.author = author
        selection.finding = finding
        selection.since = since?.time
        selection.sequences = try similar.map { try site.ledger.similar(to: $0.id) }
        selection.limit = limit
        return selection
    }
}

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What the ledger holds, all verdicts, oldest first."
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var which: SelectionOptions

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
        let site = try options.open()
        try Listing.print(try which.selection(in: site), of: site, json: json)
    }
}

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "The comments that wait for a moderator: 'list --verdict held'."
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var which: SelectionOptions

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
        let site = try options.open()
        var selection = try which.selection(in: site)
        selection.verdicts = [.held]
        try Listing.print(selection, of: site, json: json)
    }
}
