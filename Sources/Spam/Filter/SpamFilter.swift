public import Comments

/// The filter as it stands for a batch: a snapshot of the model, heuristics with their weights and lists. Pure and shared
/// among tasks.
public struct SpamFilter: Sendable {
    public var model: Model
    public let lists: SpamLists
    /// Comments of each class that must be learnt before the classifier decides.
    public let minLearned: Int
    /// The script of the site's language.
    public let siteScript: Script
    private let active: [(heuristic: Heuristic, weight: Int)]
    /// Those that need no history.
    private let commentTests: [CommentTest]
    private let prior: Finding

    public init(
        model: Model,
        weights: HeuristicWeights = HeuristicWeights(),
        lists: SpamLists = SpamLists(),
        minLearned: Int = 50,
        siteScript: Script = .latin
    ) {
        self.model = model
        self.lists = lists
        self.minLearned = minLearned
        self.siteScript = siteScript
        active = Heuristic.all.compactMap { heuristic in
            let weight = weights.weight(of: heuristic)
            return weight == 0 ? nil : (heuristic, weight)
        }
        commentTests = active.enumerated().compactMap { place, active in
            if case .comment(let test) = active.heuristic.test { CommentTest(place: place, test: test) } else { nil }
        }
        prior = Finding("prior", weight: weights.prior, note: "what a comment weighs before anything is known of it")
    }

    /// What the heuristics decide by, in words: prior, weights, lists and the site's script. The same for equal ones.
    public var heuristics: String {
        let weights = active.map { "\($0.heuristic.symbol) \($0.weight)" }
        let domains = [lists.shorteners, lists.disposable].map { $0.domains.sorted().joined(separator: " ") }
        return (["prior \(prior.weight)", "script \(siteScript)"] + weights + domains).joined(separator: "\n")
    }

    /// Whether the classifier counts, and does not only report.
    public var classifierDecides: Bool { model.hasLearned(minLearned) }

    /// Room that is used again from comment to comment; one for each task.
    public struct Scratch {
        var extractor = FeatureExtractor()

        public init() {}
    }

    /// The parallel half: all that the comment says of itself. Where nothing was learnt, no features are taken.
    public func analyze(_ sample: consuming SpamSample, scratch: inout Scratch) -> SpamAnalysis {
        scratch.extractor.reading.read(sample)
        var observer = NoObserver()
        let score = model.isEmpty ? nil : model.score(scratch.extractor.features(&observer))
        let evidence = Evidence(sample, scratch.extractor.reading, lists: lists, siteScript: siteScript)
        var findings = classifierFindings(score)
        for test in commentTests {
            guard let note = test.test(evidence) else { continue }
            let (heuristic, weight) = active[test.place]
            findings.append(Finding(heuristic.symbol, weight: weight, note: note))
        }
        return SpamAnalysis(
            score: score,
            findings: findings,
            signature: Signature(scratch.extractor.reading),
            hosts: evidence.hosts
        )
    }

    /// The serial half: what the ledger's answers say.
    public func findings(_ history: SpamHistory) -> [Finding] {
        guard history != SpamHistory() else { return [] }
        return active.compactMap { heuristic, weight in
            guard case .history(let test) = heuristic.test, let note = test(history) else { return nil }
            return Finding(heuristic.symbol, weight: weight, note: note)
        }
    }

    /// Until the classifier decides the prior stands in for it; from then on the classifier knows how much spam there is.
    private func classifierFindings(_ score: ClassifierScore?) -> [Finding] {
        guard let score else { return [prior] }
        let percent = Self.percent(score.probability)
        let learnt = "learnt \(model.spam) spam, \(model.ham) ham"
        guard classifierDecides else {
            let note = "the classifier would say \(percent) spam; it decides after \(minLearned) of each (\(learnt))"
            return [prior, Finding("classifier", note: note)]
        }
        let sum = Millionths.value(score.sum)
        return [
            Finding("classifier", weight: sum, note: "the classifier says \(percent) spam (\(learnt))"),
            Finding(
                "calibration",
                weight: Millionths.value(score.logOdds) - sum,
                note: "how far the classifier was found to be off"
            ),
        ]
    }

    /// A probability as percent with one place; never rounded to certainty.
    static func percent(_ probability: Double) -> String {
        if probability > 0.9995 { return "over 99.9 %" }
        if probability < 0.0005, probability > 0 { return "under 0.1 %" }
        return (100 * probability).fixed(1) + " %"
    }
}

/// What a heuristic says of a comment alone.
private struct CommentTest: Sendable {
    /// The heuristic's among the active.
    let place: Int
    let test: @Sendable (borrowing Evidence) -> String?
}
