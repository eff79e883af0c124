import Comments

/// What an import takes.
public enum ImportKind: String, Sendable, CaseIterable {
    case comments
    case posts
}

/// What became of one comment of an import.
public struct ImportedItem: Sendable {
    public enum Fate: Sendable, Hashable {
        case imported(Verdict)
        /// It is in the ledger already.
        case known
        case skipped(reason: String)
    }

    /// The sender's id.
    public let id: String?
    public let fate: Fate

    init(id: String?, _ fate: Fate) {
        self.id = id
        self.fate = fate
    }

    public var line: String {
        let name = id ?? "without an id"
        return switch fate {
        case .imported(let verdict): "imported \(name) as \(verdict.rawValue)"
        case .known: "known \(name)"
        case .skipped(let reason): "skipped \(name): \(reason)"
        }
    }
}

/// What came of an import.
public struct ImportReport: Sendable {
    /// By verdict.
    public var imported: [Verdict: Int] = [:]
    /// Comments that were in the ledger already.
    public var known = 0
    /// By reason; the rarest are counted together.
    public var skipped: [String: Int] = [:]
    public var posts = 0
    public var changedPosts = 0
    /// What was wrong with the file, which was read nevertheless.
    public var problems: [String] = []
    /// Whether the whole file was imported before.
    public var isRepeated = false
    /// How many records an earlier run had recorded before it was ended.
    public var resumedAfter = 0

    public var comments: Int { imported.values.reduce(0, +) }

    /// More reasons than these would tell nobody more.
    static let mostReasons = 50

    mutating func count(_ fate: ImportedItem.Fate) {
        switch fate {
        case .imported(let verdict): imported[verdict, default: 0] += 1
        case .known: known += 1
        case .skipped(let reason):
            let isRoom = skipped[reason] != nil || skipped.count < Self.mostReasons
            skipped[isRoom ? reason : "other reasons", default: 0] += 1
        }
    }

    /// The reasons for what was skipped, the most frequent first.
    var skippedByCount: [(reason: String, count: Int)] {
        skipped.map { ($0.key, $0.value) }.sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    }

    /// Lines for a person.
    public var lines: [String] {
        guard !isRepeated else { return ["imported before; nothing has changed"] }
        var lines: [String] = []
        if resumedAfter > 0 { lines.append("\(resumedAfter) records were taken before; this is the rest") }
        let verdicts = Verdict.allCases.compactMap { verdict in imported[verdict].map { "\($0) \(verdict.rawValue)" } }
        lines.append(
            Self.count(comments, "comment") + (verdicts.isEmpty ? "" : ": " + verdicts.joined(separator: ", "))
        )
        if posts > 0 { lines.append("\(Self.count(posts, "post")), \(changedPosts) of them new or changed") }
        if known > 0 { lines.append("\(Self.count(known, "comment")) \(known == 1 ? "was" : "were") here already") }
        for (reason, count) in skippedByCount { lines.append("\(count) skipped: \(reason)") }
        if let first = problems.first {
            let faults = Self.count(problems.count, "fault")
            lines.append("the file is damaged, and some of it may be missing (\(faults)): \(first)")
        }
        return lines
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
}
