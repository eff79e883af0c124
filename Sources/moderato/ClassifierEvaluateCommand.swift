import ArgumentParser
@preconcurrency import Glibc
import JSON
import Settings
import Spam
import Worker

struct ClassifierEvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measures the filter as it would have been used: each comment is scored first and learnt afterwards.",
        discussion: """
            A line {"op":"score"} is only scored, a line {"op":"learn"} only learnt; a label that comes later counts for the comment \
            with its id. The model is read and not changed.
            """
    )

    @OptionGroup var options: ClassifierOptions

    @Flag(
        help: """
            Replays the site's own decisions, in order, from a model that knows nothing. Comments that the ledger no longer has \
            count with --classifier-only alone.
            """
    )
    var fromLedger = false

    @Flag(help: "The classifier alone, without prior and heuristics.")
    var classifierOnly = false

    @Option(help: "Writes {\"id\",\"probability\"} lines in the order of scoring.", completion: .file())
    var predictions: String?

    @Option(help: "Leaves the first comments that were scored out of the figures.")
    var skip = 0

    @Flag(help: "The figures as one JSON object.")
    var json = false

    @Option(help: ArgumentHelp("Draws the ROC curve.", valueName: "file.svg"), completion: .file())
    var plot: String?

    @Option(help: "Advises a threshold that loses at most one good comment in so many; may be given more than once.")
    var loseOneIn: [Int] = []

    func validate() throws {
        try options.validate(fromLedger: fromLedger)
        if skip < 0 { throw ValidationError("--skip must not be negative") }
        if loseOneIn.contains(where: { $0 < 1 }) { throw ValidationError("--lose-one-in must be 1 or more") }
    }

    func run() throws {
        let output = try predictions.map(OutputFile.init)
        let run = try fromLedger ? replay(output) : read(output)
        try output?.close()
        let evaluation = Evaluation(Array(run.outcomes.dropFirst(skip)))
        if evaluation.spam + evaluation.ham == 0 {
            let hint =
                fromLedger && !classifierOnly ? "; with --classifier-only, what was learnt of files counts, too" : ""
            throw Failure.data("no comment that was scored has a label" + hint)
        }
        if json { Terminal.print(bytes: evaluation.json) } else { printFigures(evaluation) }
        if let plot {
            let file = try OutputFile(plot)
            file.write(Array(try drawing(evaluation).svg.utf8))
            try file.close()
        }
    }

    private func read(_ output: OutputFile?) throws -> Prequential {
        var run = Prequential(try options.openFilter(), isClassifierAlone: classifierOnly)
        try options.forEachLine { line in
            guard let probability = run.take(line) else { return }
            output?.write(Self.prediction(line.id, probability))
        }
        return run
    }

    private func replay(_ output: OutputFile?) throws -> Prequential {
        let open = try options.site.open()
        var run = Prequential(try open.spamFilter(options.openModel()), isClassifierAlone: classifierOnly)
        try open.forEachLabel { line, features, isSpam in
            guard let line else { return run.take(features, isSpam: isSpam) }
            if let probability = run.take(line) { output?.write(Self.prediction(line.id, probability)) }
        }
        return run
    }

    private static func prediction(_ id: String, _ probability: Double) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("id", id)
            json.key("probability")
            json.raw("\(probability)")
        }
        json.newline()
        return json.bytes
    }

    private var shares: [Int] { loseOneIn.isEmpty ? [500, 100] : loseOneIn }

    private func printFigures(_ evaluation: Evaluation) {
        Terminal.print(evaluation.text)
        for share in shares { Terminal.print("\(ThresholdAdvice(evaluation, oneIn: share))") }
    }

    private func drawing(_ evaluation: Evaluation) throws -> RocPlot {
        let limits = try (fromLedger ? options.site.open() : options.openSite())?.settings.spam ?? Settings().spam
        let advice = shares.compactMap { share in
            ThresholdAdvice(evaluation, oneIn: share).threshold.map { RocPlot.Mark($0, "1 in \(share):") }
        }
        return RocPlot(
            evaluation,
            title: "Spam caught and good comments lost",
            marks: [RocPlot.Mark(limits.holdAbove, "holdAbove"), RocPlot.Mark(limits.spamAbove, "spamAbove")] + advice
        )
    }
}
