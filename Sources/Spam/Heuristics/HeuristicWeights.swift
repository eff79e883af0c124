import Text

/// What each heuristic weighs, and what a comment weighs beforehand; log-odds in millionths.
public struct HeuristicWeights: Sendable, Hashable {
    /// A line of `heuristics.yaml` that cannot be used.
    public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        public let line: Int
        public let problem: String

        public var description: String { "line \(line): \(problem)" }
    }

    /// Of spam before anything is learnt; its key is `prior`.
    public private(set) var prior = Self.defaultPrior
    private var weights: [String: Int] = [:]

    /// Log-odds of one comment in eight being spam.
    static let defaultPrior = -2_000_000
    private static let largest = 100_000_000

    /// What is built in.
    public init() {}

    /// Reads `symbol: weight` lines; 0 turns a heuristic off, one that is not named keeps its own weight, `#` begins a remark.
    /// - Throws: `Failure` with the line.
    public init(yaml text: String) throws(Failure) {
        let known = Set(Heuristic.all.map(\.symbol))
        var seen: Set<String> = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let entry = line.prefix { $0 != "#" }
            guard entry.contains(where: { !$0.isWhitespace }) else { continue }
            let parts = entry.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard parts.count == 2, let weight = Self.millionths(parts[1]) else {
                throw Failure(
                    line: index + 1,
                    problem: "want 'symbol: weight' with a weight such as 1.5 or -0.25, of six places at most"
                )
            }
            guard parts[0] == "prior" || known.contains(parts[0]) else {
                throw Failure(
                    line: index + 1,
                    problem:
                        "there is no heuristic '\(parts[0].shortened())'; there are: prior, \(known.sorted().joined(separator: ", "))"
                )
            }
            guard seen.insert(parts[0]).inserted else {
                throw Failure(line: index + 1, problem: "'\(parts[0])' was set before")
            }
            if parts[0] == "prior" { prior = weight } else { weights[parts[0]] = weight }
        }
    }

    public func weight(of heuristic: Heuristic) -> Int { weights[heuristic.symbol] ?? heuristic.defaultWeight }

    /// A decimal of at most six places between -100 and 100, exactly.
    private static func millionths(_ text: String) -> Int? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative || text.hasPrefix("+") ? 1 : 0).split(
            separator: ".",
            omittingEmptySubsequences: false
        )
        guard text.count <= 16, (1...2).contains(parts.count), !parts[0].isEmpty,
            parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }),
            let whole = Int(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard fraction.count <= 6, parts.count == 1 || !fraction.isEmpty,
            let rest = Int(fraction + String(repeating: "0", count: 6 - fraction.count))
        else { return nil }
        let (value, overflow) = whole.multipliedReportingOverflow(by: 1_000_000)
        guard !overflow, value + rest <= largest else { return nil }
        return isNegative ? -(value + rest) : value + rest
    }
}
