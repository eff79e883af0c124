import Comments
import Foundation
import JSON
import Settings
import Text

/// One of the recorded scenarios of a real WordPress: settings, posts, then submissions and moderators' acts in order.
struct WordPressScenario {
    enum Event {
        case submission(probe: String, JSONValue, outcome: String, code: String?)
        case act(String, on: String)
    }

    let name: String
    let head: JSONValue
    let events: [Event]

    static var directory: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().appending(
            path: "../../../shared/data/wordpress"
        ).standardized
    }

    /// Empty where the recordings are absent.
    static func all() throws -> [WordPressScenario] {
        let files = (try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)) ?? []
        return try files.filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }.map(WordPressScenario.init)
    }

    private init(_ file: URL) throws {
        name = file.lastPathComponent
        let lines = try Data(contentsOf: file).split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }
        head = lines[0]
        events = lines.dropFirst().map { line in
            if let submission = line["submission"] {
                return .submission(
                    probe: line["probe"]?.string ?? "",
                    submission,
                    outcome: line["wordpress"]?["outcome"]?.string ?? "",
                    code: line["wordpress"]?["code"]?.string
                )
            }
            return .act(line["moderator"]?["do"]?.string ?? "", on: line["moderator"]?["id"]?.string ?? "")
        }
    }

    var settings: Settings {
        let options = head["settings"]!
        var settings = Settings()
        settings.site.url = "https://blog.example"
        settings.require.nameAndEmail = options["require_name_email"]?.bool ?? true
        settings.moderation.holdAll = options["comment_moderation"]?.bool ?? false
        settings.moderation.previouslyApproved = options["comment_previously_approved"]?.bool ?? true
        settings.moderation.maxLinks = options["comment_max_links"]?.int ?? 2
        let closes = options["close_comments_for_old_posts"]?.bool == true
        settings.moderation.closeAfter = .days(closes ? options["close_comments_days_old"]?.int ?? 14 : 0)
        settings.flood.interval = .seconds(options["comment_flood"]?.int ?? 15)
        settings.flood.then = .reject
        settings.retention.trash = .days(options["EMPTY_TRASH_DAYS"]?.int ?? 30)
        settings.spam.holdAbove = 1
        settings.spam.spamAbove = 1
        return settings
    }

    var site: SiteAddress { SiteAddress("https://blog.example")! }

    var threads: [ThreadRecord] {
        get throws {
            try (head["posts"]?.array ?? []).compactMap { post in
                let address = try ThreadAddress(post["url"]?.string ?? "", on: site)
                let isListed = post["type"]?.string ?? "post" == "post" && post["status"]?.string == "publish"
                let isClosed = post["commentStatus"]?.string != "open"
                guard isListed || isClosed else { return nil }
                return ThreadRecord(
                    address: address,
                    slug: "",
                    title: post["title"]?.string,
                    publishedAt: isListed ? post["date"]?.string.flatMap { Timestamp(rfc3339: $0) } : nil,
                    isClosed: isClosed,
                    isListed: true
                )
            }
        }
    }

    /// The post's address of a submission.
    func thread(of submission: JSONValue) -> String {
        if let url = submission["post_url"]?.string { return url }
        let post = head["posts"]?.array?.first { $0["post_id"]?.int == submission["post_id"]?.int }
        return post?["url"]?.string ?? "https://blog.example/missing/"
    }

    /// Whether the answer rests on a deviation from WordPress that `Documentation/Moderation.md` names, as outside judges tell it by the probe.
    func deviates(probe: String, _ submission: JSONValue, outcome: String, code: String?) -> Bool {
        let area = probe.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        if submission["user"]?.string != nil { return true }
        if area == "post" || area == "user" || probe.hasPrefix("url") { return true }
        if ["email", "body", "name"].contains(area) {
            return code == nil || outcome == "rejected" && code != "require_name_email" && code != "require_valid_email"
        }
        if ["without e", "empty email", "no email, another", "out of order"].contains(where: probe.contains) {
            return true
        }
        let typed = (submission["author"]?.string ?? "") + (submission["email"]?.string ?? "")
        if typed.contains(where: { "'\"\\".contains($0) }) { return true }
        if let word = probe.firstMatch(of: /^word "(?s)(.*?)":/)?.1 {
            let odd = word.unicodeScalars.contains { $0.value >= 0x80 || "'\"\\&<".unicodeScalars.contains($0) }
            if odd || ["p", "nofollow", "...", "--", "9x9", ":)", "(tm)"].contains(String(word)) { return true }
        }
        return area.hasPrefix("rendered") || probe.contains("entit") && area.hasPrefix("word")
    }

    /// Why we decide otherwise where the probe's kind does not tell.
    func reasonToDiffer(probe: String) -> String? {
        let reasons: [(reason: String, holds: Bool)] = [
            (
                "words match what a reader sees",
                ["half bold", "split by comment", "body, in tag name"].contains(where: probe.contains)
            ),
            ("words never match markup that is generated", name.hasPrefix("rendered-words") && probe.hasPrefix("word")),
            ("case is ignored for all of Unicode", probe.hasPrefix("word \"kelvin\"")),
            ("entities are decoded", probe.hasPrefix("word \"100%\"")),
            (
                "bodies are never escaped, so none grows too long",
                probe.hasPrefix("body length") && probe.contains("ampersands")
            ),
            (
                "two without e-mail are not one person",
                ["flood: no email", "flood: unusable email"].contains(where: probe.hasPrefix)
            ),
            ("carriage returns are no text", probe == "duplicate: newline for space"),
        ]
        return reasons.first(where: \.holds)?.reason
    }
}
