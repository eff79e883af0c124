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
            comment.decision.problems.first.map(\.message)
            ?? (comment.decision.verdict == .approved ? nil : comment.decision.findings.first.map(\.note))
            ?? comment.body
        let thread = comment.thread?.canonical.split(separator: "/").dropFirst(2).joined(separator: "/") ?? "-"
        return line(
            "\(comment.id)",
            comment.decision.verdict.rawValue,
            comment.author.name,
            thread,
            reason.joinedSpaces
        )
    }

    private static func line(
        _ id: String,
        _ verdict: String,
        _ author: String,
        _ thread: String,
        _ text: String
    ) -> String {
        let start = [column(id, 26), column(verdict, 8), column(author, 16), column(thread, 28)].joined(separator: "  ")
        let rest = Terminal.outputIsTerminal ? max(20, Terminal.width - 86) : 120
        return start + "  " + text.shortened(to: rest)
    }

    private static func column(_ text: String, _ width: Int) -> String {
        let cut = text.count > width ? text.shortened(to: width - 1) : text
        return cut + String(repeating: " ", count: max(0, width - cut.count))
    }
}
