import ArgumentParser
import Settings
import Spam
import Worker

struct ClassifierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classifier",
        abstract: "Teaches the spam classifier, asks it, and measures it.",
        discussion: """
            Files hold a JSON object a line: {"id","text","author","email","website","ip","userAgent","label"}, of which only the \
            text is required; "body" and "name" are read like "text" and "author", and the label is "spam" or "ham".
            """,
        subcommands: [ClassifierTrainCommand.self, ClassifierScoreCommand.self, ClassifierEvaluateCommand.self]
    )
}

/// Which files and which model a command works on.
struct ClassifierOptions: ParsableArguments {
    @OptionGroup var site: SiteOptions

    @Argument(help: "Files of comments, read in order.", completion: .file())
    var files: [String] = []

    @Option(
        help: "The model's file; the site's by default. One that is missing is a model that knows nothing.",
        completion: .file()
    )
    var model: String?

    /// The site whose own model is meant; nil where another is named, or none is there.
    func openSite() throws -> OpenSite? {
        guard model == nil else { return nil }
        do { return try site.open() } catch WorkerError.noSite { return nil }
    }

    /// The filter with the site's weights and lists.
    func openFilter() throws -> SpamFilter {
        if let open = try openSite() { return try open.spamFilter(open.spamModel()) }
        let rules = try SpamRules(directory: Site(site.site).spamRules)
        return SpamFilter(model: try openModel(), weights: rules.weights, lists: rules.lists)
    }

    /// The model that is named, or one that knows nothing.
    func openModel() throws -> Model { try model.flatMap { try Model.open($0) } ?? Model() }

    func forEachLine(_ body: (LabelledSample) throws -> Void) throws {
        for file in files { try LabelledFile(file).read(body) }
    }

    /// - Throws: a usage error where there is not just one of files and ledger.
    func validate(fromLedger: Bool) throws {
        if files.isEmpty, !fromLedger { throw ValidationError("give at least one file of comments, or --from-ledger") }
        if !files.isEmpty, fromLedger { throw ValidationError("give either files or --from-ledger") }
    }
}
