import ArgumentParser
import Spam
import Worker

struct ClassifierTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learns labelled comments, and keeps the model.",
        discussion: """
            The order of lines and files does not count: all are learnt together, mixed by what is in them. What the site's own model \
            learns the ledger remembers.
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
        let unlabelled = try learn { model.learn($0) }
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
    private func learn(_ teach: ([Example]) throws -> Void) throws -> Int {
        let files = try TrainingFiles(options.files)
        try files.teach(teach)
        return files.unlabelled
    }

    private func report(_ model: Model, since before: Model, _ unlabelled: Int, name: String) {
        Terminal.print(
            "learnt \(Int(model.spam) - Int(before.spam)) spam and \(Int(model.ham) - Int(before.ham)) ham; "
                + "\(name) knows \(model.spam) spam and \(model.ham) ham"
        )
        if unlabelled > 0 { Terminal.error("lines without a label, passed over: \(unlabelled)") }
    }
}
