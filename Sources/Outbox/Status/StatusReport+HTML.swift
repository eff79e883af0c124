import Comments
import Text

extension StatusReport {
    /// `index.html`: one page without scripts, readable by people.
    public func html() -> [UInt8] {
        let title = site.isEmpty ? "Moderato" : "\(site): comments"
        var page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        page +=
            "<meta name=\"robots\" content=\"noindex\">\n<title>\(HTMLText.escaped(title))</title>\n<style>\n\(Self.style)</style>\n</head>\n"
        page += "<body>\n<main>\n<h1>\(HTMLText.escaped(title))</h1>\n"
        page += "<p class=\"lead\">\(HTMLText.escaped(summary))</p>\n"
        if let lastError {
            page += "<section class=\"error\" aria-labelledby=\"error\"><h2 id=\"error\">Last error</h2>\n<p>"
            page += HTMLText.escaped(lastError.message) + "</p>\n<p>\(moment(lastError.at))</p></section>\n"
        }
        page += verdicts + rates + table("Waiting", waiting) + table("Classifier", learned) + table("Work", work)
        page +=
            "<footer><p>Moderato \(HTMLText.escaped(version)), \(moment(at)).</p></footer>\n</main>\n</body>\n</html>\n"
        return Array(page.utf8)
    }

    /// What a moderator should know at a glance.
    private var summary: String {
        let held = count(.held)
        var words = [
            held == 0
                ? "No comment waits for a moderator."
                : "\(Self.counted(held, "comment")) \(held == 1 ? "waits" : "wait") for a moderator"
                    + (age(oldestHeld).map { ", the oldest for \(Self.duration($0))." } ?? ".")
        ]
        if backlog.deliveries > 0 { words.append("\(Self.counted(backlog.deliveries, "file")) in the inbox.") }
        return words.joined(separator: " ")
    }

    private var verdicts: String {
        let shares = Verdict.allCases.map { Chart.Share(name: $0.rawValue, value: count($0)) }
        let label = shares.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        var section = "<section aria-labelledby=\"verdicts\"><h2 id=\"verdicts\">Verdicts</h2>\n"
        section += Chart.shares(shares, label: label) + "<ul class=\"legend\">\n"
        for share in shares {
            section +=
                "<li><svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect width=\"1\" height=\"1\" class=\"\(share.name)\"/></svg> "
            section += "\(share.name) <b>\(share.value)</b></li>\n"
        }
        return section + "</ul>\n</section>\n"
    }

    private var rates: String {
        var section = "<section aria-labelledby=\"rates\"><h2 id=\"rates\">Decided</h2>\n"
        if !hours.isEmpty {
            section += Chart.columns(
                hours,
                label: "Submissions in each of the last \(hours.count) hours, the latest last: \(hours)"
            ) {
                index in
                let ago = hours.count - index
                return ago == 1 ? "the last hour: \(hours[index])" : "\(ago - 1) to \(ago) h ago: \(hours[index])"
            }
        }
        return section
            + "<p><b>\(lastHour)</b> in the last hour, <b>\(lastDay)</b> in the last day, <b>\(total)</b> in all.</p>\n</section>\n"
    }

    private var waiting: [(String, String)] {
        [
            ("Files in the inbox", "\(backlog.deliveries) (\(Self.size(backlog.bytes)))"),
            ("Oldest of them", age(backlog.oldest).map(Self.duration) ?? "none"),
            ("Held comments", "\(count(.held))"),
            ("Oldest of them", age(oldestHeld).map(Self.duration) ?? "none"),
        ]
    }

    private var learned: [(String, String)] {
        let state =
            classifier.counts
            ? "counts" : "learns; it counts from \(classifier.minLearned) of each kind on"
        return [
            ("State", state),
            ("Learned", "\(classifier.ham) ham, \(classifier.spam) spam"),
            ("Holds above", Self.threshold(classifier.holdAbove)),
            ("Spam above", Self.threshold(classifier.spamAbove)),
            ("Discards above", Self.threshold(classifier.discardAbove)),
        ]
    }

    private var work: [(String, String)] {
        let run = lastRun.map {
            "\(Self.counted($0.comments, "comment")) of \(Self.counted($0.deliveries, "file")) in "
                + "\(Millionths.text(Millionths.value(($0.seconds * 1000).rounded() / 1000))) s, \(Self.instant($0.finishedAt))"
        }
        return [
            ("Last run", run ?? "none yet"),
            ("Threads", "\(threads)"),
            ("Acts of moderators", "\(moderatorActions)"),
            ("Disk free", diskFree.map(Self.size) ?? "unknown"),
        ]
    }

    private func table(_ title: String, _ rows: [(String, String)]) -> String {
        let id = title.asciiLowercased
        return "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\n<table>\n"
            + rows.map { "<tr><th scope=\"row\">\($0)</th><td>\(HTMLText.escaped($1))</td></tr>\n" }.joined()
            + "</table>\n</section>\n"
    }

    private func moment(_ time: Timestamp) -> String { "<time datetime=\"\(time)\">\(Self.instant(time))</time>" }
}
