import ArgumentParser
import Comments
import JSON
import Ledger
import Text
import Worker

struct RulesReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Shows what other rules would have decided on the comments of the past; changes nothing.",
        discussion: """
            A table of changes by rule, examples, and each contradiction with a moderator's decision. All else that was found when a \
            comment was first judged stands as it was.
            """
    )

    @Option(name: .customLong("rules"), help: ArgumentHelp("A directory of rules, as Rules/ is.", valueName: "dir"))
    var directory: String

    @Option(help: "Only comments submitted at this time or later.")
    var since: Moment?

    @OptionGroup var options: SiteOptions

    @Flag(help: "One JSON object.")
    var json = false

    func run() async throws {
        let progress = ProgressBar()
        let replay = try Replay(try options.open(), rules: directory) { progress.show(compiling: $0) }
        progress.clear()
        var selection = Selection()
        selection.since = since?.time
        var contradictions: [Replay.Change] = []
        let summary = try await replay.run(selection) { change in
            if json {
                contradictions.append(change)
            } else {
                if contradictions.isEmpty { Terminal.print("Contradictions with moderators") }
                contradictions = [change]
                Terminal.print(
                    "  \(change.comment.decision.verdict.rawValue) by \(change.comment.decidedBy ?? ""): \(Self.line(change))"
                )
            }
        }
        if json {
            Terminal.print(bytes: Self.json(summary, contradictions))
        } else {
            for line in Self.table(summary) { Terminal.print(line) }
        }
    }

    /// `before → after  ID  name: the text's beginning`
    private static func line(_ change: Replay.Change) -> String {
        let text = change.comment.body.joinedSpaces.shortened(to: 60)
        let verdicts = "\(change.before.rawValue) → \(change.after.rawValue)".padded(to: 19)
        return "\(verdicts)  \(change.comment.id)  \(change.comment.author.name.shortened(to: 16)): \(text)"
    }

    private static func table(_ summary: Replay.Summary) -> [String] {
        var lines: [String] = []
        let rules = Dictionary(grouping: summary.changes.keys) { $0.rule ?? "" }
        for (rule, kinds) in rules.sorted(by: { $0.key < $1.key }) {
            lines.append(rule.isEmpty ? "Not by a rule" : "Rule \(rule)")
            for kind in kinds.sorted(by: {
                (summary.changes[$1] ?? 0, $0.order) < (summary.changes[$0] ?? 0, $1.order)
            }) {
                let count = summary.changes[kind] ?? 0
                lines.append("  \(count) newly \(kind.after.rawValue), \(kind.before.rawValue) before")
                lines += (summary.examples[kind] ?? []).map { "    " + line($0) }
            }
        }
        let changed = summary.changes.values.reduce(0, +)
        lines.append(
            "\(changed) of \(summary.judged) comments would be decided otherwise; \(summary.contradictions) against a moderator's decision"
        )
        return lines
    }

    private static func json(_ summary: Replay.Summary, _ contradictions: [Replay.Change]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("judged", summary.judged)
            json.field("changed", summary.changes.values.reduce(0, +))
            json.key("changes")
            json.array { json in
                for (kind, count) in summary.changes.sorted(by: { $0.key.order < $1.key.order }) {
                    json.object { json in
                        json.field("rule", kind.rule)
                        json.field("before", kind.before.rawValue)
                        json.field("after", kind.after.rawValue)
                        json.field("count", count)
                        json.key("examples")
                        json.array { json in
                            for change in summary.examples[kind] ?? [] { json.string(change.comment.id.description) }
                        }
                    }
                }
            }
            json.key("contradictions")
            json.array { json in
                for change in contradictions {
                    json.object { json in
                        json.field("id", change.comment.id.description)
                        json.field("rule", change.rule)
                        json.field("by", change.comment.decidedBy)
                        json.field("before", change.before.rawValue)
                        json.field("after", change.after.rawValue)
                        json.field("decided", change.comment.decision.verdict.rawValue)
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }
}

extension Replay.Kind {
    fileprivate var order: String { "\(rule ?? "") \(before.rawValue) \(after.rawValue)" }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
