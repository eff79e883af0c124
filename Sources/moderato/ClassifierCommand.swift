import ArgumentParser
import Spam

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

    var modelPath: String { model ?? "\(site.site)/State/spam.model" }

    func openModel() throws -> Model { try Model.open(modelPath) ?? Model() }

    /// The filter with the site's weights and lists.
    func openFilter() throws -> SpamFilter {
        let rules = try SpamRules(directory: "\(site.site)/Rules/spam")
        return SpamFilter(model: try openModel(), weights: rules.weights, lists: rules.lists)
    }

    func forEachLine(_ body: (LabelledSample) throws -> Void) throws {
        for file in files { try LabelledFile(file).read(body) }
    }

    func validate() throws {
        if files.isEmpty { throw ValidationError("give at least one file of comments") }
    }
}
