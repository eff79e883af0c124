import ArgumentParser
import Spam

struct ClassifierTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learns labelled comments in order, and keeps the model.",
        discussion: """
            The order counts: later comments count more, as they should when the files are in order of time. A file that has all its \
            spam at one end teaches worse than the same lines mixed.
            """
    )

    @OptionGroup var options: ClassifierOptions

    func run() throws {
        var model = try options.openModel()
        let before = (spam: model.spam, ham: model.ham)
        var extractor = FeatureExtractor()
        var unlabelled = 0
        try options.forEachLine { line in
            guard let isSpam = line.isSpam else {
                unlabelled += 1
                return
            }
            model.learn(extractor.features(of: line.sample), isSpam: isSpam)
        }
        try model.save(options.modelPath)
        Terminal.print(
            "learnt \(model.spam - before.spam) spam and \(model.ham - before.ham) ham; "
                + "\(options.modelPath) knows \(model.spam) spam and \(model.ham) ham"
        )
        if unlabelled > 0 { Terminal.error("\(unlabelled) lines without a label were passed over") }
    }
}
