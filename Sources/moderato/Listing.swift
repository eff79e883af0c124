import Comments
import Ledger
import Text
import Worker

/// Prints comments as JSON lines or as a table.
enum Listing {
    static func print(_ selection: Selection, of site: OpenSite, json: Bool) throws {
        var lines: [UInt8] = json ? [] : Array((header + "\n").utf8)
        var count = 0
        try site.ledger.forEach(selection) { comment in
            lines += json ? CommentRow(comment).json(isPrivate: false) : Array((row(comment) + "\n").utf8)
            count += 1
            if lines.count > 64 << 10 {
                Terminal.print(bytes: lines)
                lines = []
            }
            return true
        }
        Terminal.print(bytes: lines)
        if !json, count == 0 { Terminal.print("none") }
    }

    private static let header = line("ID", "VERDICT", "AUTHOR", "THREAD", "WHY OR WHAT")

    private static func row(_ comment: StoredComment) -> String {
        let reason =
            problems(of: comment)
            ?? (comment.decision.verdict == .approved ? nil : comment.decision.findings.first.map(\.note))
            ?? comment.body
        let thread = comment.thread?.canonical.split(separator: "/").dropFirst(2).joined(separator: "/") ?? "-"
        return line(
            "\(comment.id)",
            comment.decision.verdict.rawValue,
            comment.thread == nil && comment.author.name.isEmpty ? comment.origin.delivery : comment.author.name,
            thread,
            reason.joinedSpaces
        )
    }

    /// All of them, their number first, since a line has room for one.
    private static func problems(of comment: StoredComment) -> String? {
        let messages = comment.decision.problems.map(\.message)
        guard messages.count > 1 else { return messages.first }
        return "\(messages.count) problems: " + messages.joined(separator: " ")
    }

    private static func line(
        _ id: String,
        _ verdict: String,
        _ author: String,
        _ thread: String,
        _ text: String
    ) -> String {
        let start = [(id, 26), (verdict, 8), (author, 16), (thread, 28)].map { "\(TerminalColumn($0.0, width: $0.1))" }
            .joined(separator: "  ")
        let rest = Terminal.outputIsTerminal ? max(20, Terminal.width - 86) : 120
        return start + "  " + text.shortened(to: rest)
    }
}
