import ArgumentParser
import Comments
import Ledger
import Text
import Worker

struct RecheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recheck",
        abstract: "Judges stored comments again with today's rules and model; shows what would change.",
        discussion: """
            What the past said when a comment was first judged (duplicates, floods, its author, its thread) stands. What a moderator decided \
            is never changed.
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var which: SelectionOptions

    @Flag(help: "Change what would be decided otherwise: publish it, or take it out of the outbox.")
    var apply = false

    @Flag(help: "One JSON object for each change.")
    var json = false

    func run() async throws {
        let site = try options.open()
        let recheck = try Recheck(site)
        var isFirst = true
        let summary = try await recheck.run(try which.selection(in: site), applying: apply) { change in
            if json {
                Terminal.print(bytes: change.json(isApplied: apply))
            } else {
                if isFirst { Terminal.print(Self.line("ID", "WAS", apply ? "IS" : "WOULD BE", "AUTHOR", "WHY")) }
                Terminal.print(Self.row(change))
            }
            isFirst = false
        }
        if !json { for line in lines(summary) { Terminal.print(line) } }
    }

    private static func row(_ change: Recheck.Change) -> String {
        line(
            "\(change.comment.id)",
            change.comment.decision.verdict.rawValue,
            change.decision.verdict.rawValue,
            change.comment.author.name,
            change.reason
        )
    }

    private static func line(_ id: String, _ before: String, _ after: String, _ name: String, _ why: String) -> String {
        let columns = [(id, 26), (before, 8), (after, 8), (name, 16)].map { text, width in
            let cut = text.count > width ? text.shortened(to: width - 1) : text
            return cut + String(repeating: " ", count: max(0, width - cut.count))
        }
        return columns.joined(separator: "  ") + "  " + why.joinedSpaces.shortened(to: 120)
    }

    private func lines(_ summary: Recheck.Summary) -> [String] {
        let changed = summary.changes.values.reduce(0, +)
        let verb = apply ? "changed" : "would change"
        var lines = ["\(changed) of \(summary.judged) comments \(verb)"]
        for before in Verdict.allCases {
            for after in Verdict.allCases {
                let transition = Recheck.Transition(before: before, after: after)
                guard let count = summary.changes[transition] else { continue }
                lines.append("  \(count) from \(before.rawValue) to \(after.rawValue)")
            }
        }
        if summary.decidedByHumans > 0 { lines.append("\(summary.decidedByHumans) decided by moderators stay") }
        if changed > 0, !apply { lines.append("add --apply to change them") }
        return lines
    }
}
