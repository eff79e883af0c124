import Comments

extension SettingKey {
    /// Every key there is, in the order of `moderato.yaml`. Reading, environment, the commented defaults and the documentation follow it.
    public static let all: [SettingKey] = [
        .text("site.title", \.site.title, "The site's name in feeds, pages and mail."),
        .text("site.url", \.site.url, "The site's address; threads given as a path are on it.", kind: httpAddress) {
            $0.isEmpty || isHTTP($0)
        },
        .text(
            "site.language",
            \.site.language,
            "Language of pages and feeds, as a tag such as en or de-CH.",
            kind: "a language tag such as en or de-CH"
        ) {
            $0.isEmpty || LanguageTag.isWellFormed($0)
        },
        .text(
            "site.timezone",
            \.site.timezone,
            "Time zone of pages and mail, as the tz database names it.",
            kind: "a time zone of the tz database such as Europe/Berlin"
        ) {
            $0.isEmpty || TimeZoneName.isKnown($0)
        },
        .list(
            "site.moderators",
            \.site.moderators,
            "Who is told of held comments; without any no mail is written.",
            kind: addresses
        ) {
            EmailAddress.isValid($0)
        },
        .optional(
            "site.sender",
            \.site.sender,
            "From whom mail comes; the first moderator where none is given.",
            kind: "an e-mail address"
        ) {
            EmailAddress.isValid($0)
        },

        .optional(
            "outbox.url",
            \.outbox.url,
            "Where Outbox/public is served; comments/ on the site where none is given.",
            kind: httpAddress
        ) {
            isHTTP($0)
        },
        .choice(
            "outbox.items",
            \.outbox.items,
            "files: all outputs; threads: without a file a comment; none: feeds only."
        ),
        .count("outbox.pageSize", \.outbox.pageSize, from: 1, "Top-level comments on a page of a thread."),

        .choice("privacy.authorKeys", \.privacy.authorKeys, "Who has a lasting public key, and so a lasting avatar."),

        .flag(
            "require.nameAndEmail",
            \.require.nameAndEmail,
            "Whether name and e-mail are needed (WordPress: require_name_email)."
        ),

        .flag("moderation.holdAll", \.moderation.holdAll, "Hold every comment (WordPress: comment_moderation)."),
        .flag(
            "moderation.previouslyApproved",
            \.moderation.previouslyApproved,
            "Hold authors without an approved comment (WordPress: comment_previously_approved)."
        ),
        .count(
            "moderation.maxLinks",
            \.moderation.maxLinks,
            "Hold comments with this many links; 0 is no check (WordPress: comment_max_links)."
        ),
        .duration(
            "moderation.closeAfter",
            \.moderation.closeAfter,
            "Close comments of posts older than this; 0d is never (WordPress: close_comments_days_old)."
        ),
        .count(
            "moderation.maxDepth",
            \.moderation.maxDepth,
            from: 1,
            "How deep replies are shown nested (WordPress: thread_comments_depth)."
        ),
        .list(
            "moderation.trusted",
            \.moderation.trusted,
            "Who is approved at once when an author token proves the address.",
            kind: addresses
        ) { EmailAddress.isValid($0) },
        .flag(
            "moderation.verifiedOnly",
            \.moderation.verifiedOnly,
            "Whether previouslyApproved wants the address proven by a token."
        ),

        .text(
            "words.moderate",
            \.words.moderate,
            "File of words that hold a comment (WordPress: moderation_keys). One that is named here must exist.",
            kind: "a path"
        ),
        .text(
            "words.block",
            \.words.block,
            "File of words that trash a comment (WordPress: disallowed_keys). One that is named here must exist.",
            kind: "a path"
        ),

        .duration("flood.interval", \.flood.interval, "Time an author waits between comments; 0s is no check."),
        .choice("flood.then", \.flood.then, "What becomes of a comment that comes sooner; reject is WordPress's way."),

        .choice("duplicates.then", \.duplicates.then, "What becomes of a comment that was said before."),

        .optional(
            "threads.feed",
            \.threads.feed,
            "Post feed or WXR file of the site: titles, dates, authors, which posts exist.",
            kind: "a path"
        ),
        .choice("threads.unknown", \.threads.unknown, "What becomes of comments on posts that the feed does not list."),

        .probability("spam.holdAbove", \.spam.holdAbove, "Hold above this probability of spam; 1 is never."),
        .probability("spam.spamAbove", \.spam.spamAbove, "Spam above this probability; 1 is never."),
        .probability(
            "spam.discardAbove",
            \.spam.discardAbove,
            "Spam without notice, purged first, above this probability; 1 is never."
        ),
        .count(
            "spam.minLearned",
            \.spam.minLearned,
            "Comments of each kind to learn from before the classifier counts."
        ),

        .text("honeypot", \.honeypot, "Name of the form field that people leave empty and robots fill."),

        .choice("markup.format", \.markup.format, "How bodies are read that do not say."),
        .text("markup.links", \.markup.links, "The rel attribute of links in comments."),
        .flag(
            "markup.typographicQuotes",
            \.markup.typographicQuotes,
            "Curly quotes and dashes (WordPress: wptexturize)."
        ),
        .flag("markup.smilies", \.markup.smilies, "Smilies as emoji (WordPress: use_smilies)."),

        .count("feeds.items", \.feeds.items, from: 1, "Newest comments in a feed."),
        .flag("feeds.archives", \.feeds.archives, "Archive feeds (RFC 5005) of what has left the window."),

        .choice("notify.held", \.notify.held, "Mail to moderators: for each held comment, one digest a run, or off."),
        .onOff("notify.approved", \.notify.approved, "Mail to moderators and the post's author on approved comments."),
        .onOff("notify.author", \.notify.author, "Mail to verified authors on what became of their comment."),
        .onOff("notify.replies", \.notify.replies, "Mail to subscribers on replies, once they confirmed."),

        .duration("retention.spam", \.retention.spam, "How long spam is kept."),
        .duration(
            "retention.trash",
            \.retention.trash,
            "How long trash is kept; 0d: blocked words give spam (WordPress: EMPTY_TRASH_DAYS)."
        ),
        .duration("retention.rejected", \.retention.rejected, "How long rejected submissions are kept."),
        .duration("retention.ip", \.retention.ip, "How long IP addresses are kept; shortened to a prefix half-way."),
        .duration("retention.deliveries", \.retention.deliveries, "How long a delivery dropped again is recognised."),

        .size("limits.delivery", \.limits.delivery, "Largest delivery that is not read line by line."),
        .size("limits.item", \.limits.item, "Largest submission."),
        .count("limits.depth", \.limits.depth, from: 1, "How deep JSON may nest."),
        .count("limits.itemsPerFile", \.limits.itemsPerFile, from: 1, "Most submissions of one delivery."),

        .choice("log.level", \.log.level, "The least severe message that is logged."),
        .choice("log.format", \.log.format, "text for people, json for programs."),
    ]

    private static let httpAddress = "an absolute http or https address"
    private static let addresses = "a list of e-mail addresses"

    @Sendable private static func isHTTP(_ text: String) -> Bool {
        ThreadAddress.isAbsolute(text)
    }
}
