import ArgumentParser
import Spam
import Worker

struct ClassifierTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learns labelled comments in order, and keeps the model.",
        discussion: """
            The order counts: later comments count more, as they should when the files are in order of time. A file that has all its \
            spam at one end teaches worse than the same lines mixed. What the site's own model learns the ledger remembers.
            """
    )

    @OptionGroup var options: ClassifierOptions

    @Flag(help: "Learns what moderators decided and the model does not know yet.")
    var fromLedger = false

    @Flag(help: "Makes the site's model anew: every comment once, as what it is by now, in the order of decision.")
    var rebuild = false

    func validate() throws {
        try options.validate(fromLedger: fromLedger || rebuild)
        if rebuild, options.model != nil { throw ValidationError("--rebuild is for the site's own model") }
    }

    func run() throws {
        guard let path = options.model else { return try trainSite() }
        var model = try options.openModel()
        let before = model
        if fromLedger { try options.site.open().train(&model) }
        let unlabelled = try learn { model.learn($0, isSpam: $1) }
        try model.save(path)
        report(model, since: before, unlabelled, name: path)
    }

    private func trainSite() throws {
        let open = try options.site.open()
        let before = try open.spamModel()
        if fromLedger || rebuild {
            let model = try open.trainFromLedger(anew: rebuild)
            return report(model, since: rebuild ? Model() : before, 0, name: open.site.model)
        }
        var unlabelled = 0
        let model = try open.train { teach in unlabelled = try learn(teach) }
        report(model, since: before, unlabelled, name: open.site.model)
    }

    /// - Returns: how many lines had no label.
    private func learn(_ teach: (FeatureVector, _ isSpam: Bool) throws -> Void) throws -> Int {
        var extractor = FeatureExtractor()
        var unlabelled = 0
        try options.forEachLine { line in
            guard let isSpam = line.isSpam else {
                unlabelled += 1
                return
            }
            try teach(extractor.features(of: line.sample), isSpam)
        }
        return unlabelled
    }

    private func report(_ model: Model, since before: Model, _ unlabelled: Int, name: String) {
        Terminal.print(
            "learnt \(Int(model.spam) - Int(before.spam)) spam and \(Int(model.ham) - Int(before.ham)) ham; "
                + "\(name) knows \(model.spam) spam and \(model.ham) ham"
        )
        if unlabelled > 0 { Terminal.error("\(unlabelled) lines without a label were passed over") }
    }
}
