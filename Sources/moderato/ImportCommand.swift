import ArgumentParser
import Feeds
import Worker

struct ImportCommand: AsyncParsableCommand {
    enum Verdicts: String, ExpressibleByArgument, CaseIterable {
        case keep
        case judge
    }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over comments and posts of another system.",
        discussion: """
            WordPress (WXR), Disqus (XML), Isso (its database), Remark42, Commento and Comentario (JSON), Staticman (its folder), feeds of \
            comments, CSV, JSON lines of 'moderato export'. The file's kind is told by its first bytes. Importing again changes nothing; \
            after an interruption it goes on where it was.
            """
    )

    @OptionGroup var options: SiteOptions

    @Argument(help: "The exports; for Staticman the folder.", completion: .file())
    var files: [String]

    @Option(name: .customLong("as"), help: "Only the comments or only the posts.")
    var kind: ImportKind?

    @Option(
        help: """
            Whether the verdicts of the file stand as a moderator's (keep), or every comment is judged anew (judge). Comments whose \
            verdict the file does not tell are judged.
            """
    )
    var verdict = Verdicts.keep

    @Option(
        help: ArgumentHelp(
            "For CSV: the column that holds a field. May be given more than once.",
            valueName: "field=column"
        )
    )
    var map: [ColumnMapping] = []

    @Flag(help: "Tell what became of each comment.")
    var report = false

    @Flag(help: "Print the report as JSON, an object a file, and with --report one a comment before it.")
    var json = false

    func run() async throws {
        let site = try options.open()
        var choices = CommentImport.Options()
        choices.only = kind
        choices.keepsVerdicts = verdict == .keep
        choices.columns = Dictionary(map.map { ($0.field, $0.column) }) { _, last in last }
        let importing = try CommentImport(site, options: choices)
        for file in files {
            let progress = ProgressBar()
            let summary: ImportReport
            do {
                summary = try await importing.run(file, progress: progress.show) { item in
                    guard report else { return }
                    json ? Terminal.print(bytes: item.json) : Terminal.print(item.line)
                }
            } catch let error where CommentImport.isUnreadable(error) {
                progress.clear()
                throw Failure.data("\(file): \(error)")
            }
            progress.clear()
            guard !json else {
                Terminal.print(bytes: summary.json(file: file))
                continue
            }
            for line in summary.lines { Terminal.print(files.count > 1 ? "\(file): \(line)" : line) }
        }
    }
}

extension ImportKind: ExpressibleByArgument {}

/// `field=column`.
struct ColumnMapping: ExpressibleByArgument {
    let field: ImportColumn
    let column: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let field = ImportColumn(rawValue: String(parts[0])) else { return nil }
        self.field = field
        column = String(parts[1])
    }
}
