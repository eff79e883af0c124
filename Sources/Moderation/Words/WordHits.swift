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

extension [WordHits.Hit] {
    /// What the hits say to a moderator. An entry that hits what is private is named by its line; of very many only the first are named.
    func sentences(list: String) -> [String] {
        if isEmpty { return [] }
        let published = "” is on the \(list)."
        let named = prefix(20).map { hit in
            hit.isPrivate
                ? "The entry in line \(hit.line) of the \(list) is found in what the author did not publish."
                : "“" + hit.entry + published
        }
        return count > named.count ? named + ["So are \(count - named.count) more."] : named
    }
}
