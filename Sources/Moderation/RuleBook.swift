import Digests
public import Patterns
public import Rules

/// What a site's owner wrote for judging: two word lists and the rules, all their patterns in one database.
///
/// An entry of a word list is found in the text as it was typed and as a reader sees it, in the addresses, titles and cites in it, and in name, website,
/// e-mail, address and user agent, each alone. Case is ignored for all of Unicode, accents count.
public struct RuleBook: Sendable {
    public let rules: RuleSet
    let database: PatternDatabase
    /// Of the word lists' entries and the rules' text.
    let digest: Digest
    private let blocked: CollectedWordList
    private let held: CollectedWordList

    /// - Parameters:
    ///   - block: `words.block`.
    ///   - moderate: `words.moderate`.
    ///   - rules: the files of `Rules/` by name; `RuleSet.hasErrors` says whether they may be used.
    ///   - cache: file for the compiled patterns.
    public init(block: WordList, moderate: WordList, rules: [RuleSet.File] = [], cache: String? = nil) {
        var collector = PatternCollector()
        blocked = CollectedWordList(block, into: &collector)
        held = CollectedWordList(moderate, into: &collector)
        self.rules = RuleSet(rules, into: &collector, firstField: CollectedWordList.fieldCount)
        database = PatternDatabase.compile(collector, cache: cache)
        var hash = SHA256()
        for list in [block, moderate] {
            for entry in list.entries { hash.update(entry.text + "\n") }
            hash.update("\n")
        }
        for rule in rules { hash.update("\(rule.name)\n\(rule.text.utf8.count)\n\(rule.text)\n") }
        digest = hash.finish()
    }

    func makeScanner() throws(AnalyzerError) -> PatternScanner {
        guard let scanner = PatternScanner(database) else { throw .outOfMemory }
        return scanner
    }

    /// The texts in which the database's patterns are looked for; a post's title is looked at when the comment is judged.
    func texts(_ words: WordTexts, _ subject: RuleSubject) -> [String?] {
        var texts = rules.texts(of: subject)
        texts[RuleField.postTitle.rawValue] = nil as String?
        return [words.published, words.hidden] + texts
    }

    /// A post's title alone.
    func texts(title: String) -> [String?] {
        var texts = [String?](repeating: nil, count: CollectedWordList.fieldCount + RuleField.allCases.count)
        texts[CollectedWordList.fieldCount + RuleField.postTitle.rawValue] = title
        return texts
    }

    func wordHits(_ hits: PatternHits) -> WordHits {
        WordHits(blocked: blocked.hits(in: hits), held: held.hits(in: hits))
    }
}
