import Glibc
import Spam

/// Measures the spam filter alone: `SpamBenchmark COMMENTS.ndjson LABELS.tsv [PREQUENTIAL]`.
///
/// COMMENTS is a file of comments with an id each, LABELS has `id`, tab, `spam` or `ham` a line, PREQUENTIAL is how many comments
/// are scored and learnt in turn at the end, the file's over and over (1,000,000 by default; 0 leaves it out).
@main
struct SpamBenchmark {
    private let comments: [(sample: SpamSample, isSpam: Bool)]
    private let modelPath = "/tmp/spam-benchmark.\(getpid()).model"

    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            print("usage: SpamBenchmark COMMENTS.ndjson LABELS.tsv [PREQUENTIAL]")
            exit(64)
        }
        do {
            let benchmark = try SpamBenchmark(comments: arguments[1], labels: arguments[2])
            try benchmark.run(prequential: arguments.count > 3 ? Int(arguments[3]) ?? 0 : 1_000_000)
        } catch {
            print("\(error)")
            exit(65)
        }
    }

    init(comments path: String, labels: String) throws {
        let spam = try Self.idsOfSpam(labels)
        var comments: [(sample: SpamSample, isSpam: Bool)] = []
        try LabelledFile(path).read { line in comments.append((line.sample, spam.contains(line.id))) }
        self.comments = comments
    }

    private static func idsOfSpam(_ path: String) throws -> Set<String> {
        guard let file = fopen(path, "r") else { throw LabelledFile.Failure.system(path: path, code: errno) }
        defer { fclose(file) }
        var ids: Set<String> = []
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, file) > 0, let text = line.map({ String(cString: $0) }) {
            let fields = text.split(whereSeparator: \.isWhitespace)
            if fields.count == 2, fields[1] == "spam" { ids.insert(String(fields[0])) }
        }
        return ids
    }

    func run(prequential: Int) throws {
        let bytes = comments.reduce(0) { $0 + $1.sample.text.utf8.count } / max(comments.count, 1)
        print("\(comments.count) comments of \(bytes) bytes in the mean; medians of 5 runs, processor time of one core")
        let model = learn()
        score(model)
        analyze(model)
        try file(model)
        if prequential > 0 { learnInTurn(prequential) }
    }

    // MARK: Measurements

    private func learn() -> Model {
        var model = Model()
        report("learn, features included") {
            model = Model()
            var extractor = FeatureExtractor()
            for comment in comments { model.learn(extractor.features(of: comment.sample), isSpam: comment.isSpam) }
        }
        report("learn together, features included") {
            var extractor = FeatureExtractor()
            var model = Model()
            model.learn(comments.map { Example(extractor.features(of: $0.sample), isSpam: $0.isSpam) })
        }
        return model
    }

    private func score(_ model: Model) {
        var extractor = FeatureExtractor()
        var sum = 0.0
        report("score, features included") {
            for comment in comments { sum += model.score(extractor.features(of: comment.sample)).logOdds }
        }
        let vectors = comments.prefix(2000).map { extractor.features(of: $0.sample) }
        report("score of features", comments: vectors.count) {
            for vector in vectors { sum += model.score(vector).logOdds }
        }
        precondition(sum.isFinite)
    }

    private func analyze(_ model: Model) {
        for (name, model) in [("whole filter", model), ("whole filter, nothing learnt", Model())] {
            let filter = SpamFilter(model: model)
            var scratch = SpamFilter.Scratch()
            var findings = 0
            report(name) {
                for comment in comments { findings += filter.analyze(comment.sample, scratch: &scratch).findings.count }
            }
            precondition(findings >= comments.count)
        }
    }

    private func file(_ model: Model) throws {
        defer { unlink(modelPath) }
        try model.save(modelPath)
        let before = Self.residentKilobytes
        var opened: [Model] = []
        var times: [Double] = []
        for _ in 0..<9 {
            times.append(try Self.seconds { if let model = try Model.open(modelPath) { opened.append(model) } })
        }
        print(Self.line("open the model", times.sorted()[4] * 1e3, "ms"))
        print(Self.line("memory of an open model", Double(Self.residentKilobytes - before) / 9 / 1024, "MB, shared"))
        print(Self.line("save the model, synced", try Self.seconds { try model.save(modelPath) } * 1e3, "ms"))
    }

    private func learnInTurn(_ count: Int) {
        var run = Prequential(SpamFilter(model: Model()), isClassifierAlone: true)
        var right = 0
        let seconds = Self.seconds {
            for number in 0..<count {
                let (sample, isSpam) = comments[number % comments.count]
                let line = LabelledSample(id: "", act: nil, sample: sample, isSpam: isSpam)
                if let probability = run.take(line), (probability >= 0.5) == isSpam { right += 1 }
            }
        }
        print(Self.line("\(count) scored and learnt in turn", seconds, "s"))
        print(Self.line("of them right", 100 * Double(right) / Double(count), "%"))
        print(Self.line("peak memory", Double(Self.peakKilobytes) / 1024, "MB"))
    }

    // MARK: Measuring

    private func report(_ name: String, comments count: Int? = nil, _ body: () -> Void) {
        let times = (0..<5).map { _ in Self.seconds(body) }.sorted()
        print(Self.line(name, times[2] * 1e6 / Double(count ?? comments.count), "us a comment"))
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let before = processorTime
        try body()
        return processorTime - before
    }

    /// Of this process: what other programs do meanwhile counts little.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func line(_ name: String, _ value: Double, _ unit: String) -> String {
        let padding = String(repeating: " ", count: max(44 - name.count, 1))
        return name + padding + value.fixed(2) + " " + unit
    }

    private static var peakKilobytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    private static var residentKilobytes: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        fgets(&line, 128, file)
        let fields = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(separator: " ")
        return (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) / 1024
    }
}
