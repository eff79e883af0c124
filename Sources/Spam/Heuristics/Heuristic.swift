/// A sign of spam that a person can name.
public struct Heuristic: Sendable {
    /// What a heuristic looks at. Each says what was seen, for the moderator; nil where nothing was.
    enum Test: Sendable {
        case comment(@Sendable (borrowing Evidence) -> String?)
        case history(@Sendable (SpamHistory) -> String?)
    }

    /// Its finding's symbol and its key in `heuristics.yaml`.
    public let symbol: String
    /// What it looks for, for the documentation.
    public let sentence: String
    /// Log-odds in millionths, where the site sets none.
    public let defaultWeight: Int
    let test: Test

    /// All, in the order in which they report.
    public static let all: [Heuristic] = [
        linkDensity, manyHosts, linkShortener, foreignMarkup, linkInName, nameIsLinkText, disguisedLetters, otherScript,
        disposableEmail, scriptedAgent, missingAgent, fasterThanTyping, filledHoneypot, copyOfRecent, hostEverywhere,
        authorEverywhere,
    ]
}
