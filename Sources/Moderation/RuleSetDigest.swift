import Digests
import Settings
import Spam

/// Names what decides in a site: the settings that phases ask for, word lists, rules, and the weights and lists of heuristics.
enum RuleSetDigest {
    /// 16 hexadecimal digits.
    static func text(_ settings: Settings, book: RuleBook, spam: SpamFilter) -> String {
        let moderation = settings.moderation
        let decisive: [String] = [
            "holdAll \(moderation.holdAll)",
            "previouslyApproved \(moderation.previouslyApproved) \(moderation.verifiedOnly)",
            "maxLinks \(moderation.maxLinks)",
            "closeAfter \(moderation.closeAfter.seconds)",
            "trusted \(moderation.trusted.sorted().joined(separator: " "))",
            "flood \(settings.flood.interval.milliseconds) \(settings.flood.then)",
            "duplicates \(settings.duplicates.then)",
            "threads \(settings.threads.unknown) \(settings.site.url)",
            "spam \(settings.spam.holdAbove) \(settings.spam.spamAbove) \(settings.spam.discardAbove) \(settings.spam.minLearned)",
            "markup \(settings.markup.format)",
            "trash \(settings.retention.trash == .zero)",
            "book \(book.digest.hex())",
            "heuristics \(SHA256.digest(spam.heuristics).hex())",
        ]
        return SHA256.digest(decisive.joined(separator: "\n")).hex(8)
    }
}
