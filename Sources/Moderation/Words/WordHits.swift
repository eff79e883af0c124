/// Which entries of the site's two word lists a comment has.
public struct WordHits: Sendable, Hashable {
    public struct Hit: Sendable, Hashable {
        public let entry: String
        /// In the list's file, from 1.
        public let line: Int
        /// Whether it is found in the e-mail, address or user agent, which no finding quotes.
        public let isPrivate: Bool
    }

    /// Of `words.block`.
    public var blocked: [Hit] = []
    /// Of `words.moderate`.
    public var held: [Hit] = []
}

extension WordHits.Hit {
    /// What the hit says to a moderator; an entry that hits what is private is named by its line.
    func sentence(list: String) -> String {
        isPrivate
            ? "The entry in line \(line) of the \(list) is found in what the author did not publish."
            : "“\(entry)” is on the \(list)."
    }
}
