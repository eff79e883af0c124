import Digests
public import Patterns

/// The site's two word lists, ready to be searched for.
///
/// An entry is found in the text as a reader sees it, in the addresses, titles and cites in it, and in name, website, e-mail, address and user agent, each
/// alone. Case is ignored for all of Unicode, accents count.
public struct WordLists: Sendable {
    private let database: PatternDatabase
    /// Of the entries of both lists.
    let digest: Digest
    private let blocked: FieldWords
    private let held: FieldWords

    /// One list in the published and the private texts of a comment.
    private struct FieldWords: Sendable {
        let published: CollectedWords
        let hidden: CollectedWords

        init(_ list: WordList, into collector: inout PatternCollector) {
            published = CollectedWords(list, into: &collector, field: 0)
            hidden = CollectedWords(list, into: &collector, field: 1)
        }

        func hits(in hits: PatternHits) -> [WordHits.Hit] {
            let hidden = hidden.hits(in: hits)
            let published = published.hits(in: hits)
            if hidden.isEmpty && published.isEmpty { return [] }
            return
                (hidden.map { WordHits.Hit(entry: $0.text, line: $0.line, isPrivate: true) }
                + published.filter { !hidden.contains($0) }.map {
                    WordHits.Hit(entry: $0.text, line: $0.line, isPrivate: false)
                })
                .sorted { $0.line < $1.line }
        }
    }

    /// - Parameters:
    ///   - block: `words.block`.
    ///   - moderate: `words.moderate`.
    ///   - cache: file for the compiled patterns.
    public init(block: WordList, moderate: WordList, cache: String? = nil) {
        var collector = PatternCollector()
        blocked = FieldWords(block, into: &collector)
        held = FieldWords(moderate, into: &collector)
        database = PatternDatabase.compile(collector, cache: cache)
        var hash = SHA256()
        for list in [block, moderate] {
            for entry in list.entries { hash.update(entry.text + "\n") }
            hash.update("\n")
        }
        digest = hash.finish()
    }

    func makeScanner() throws(AnalyzerError) -> Scanner {
        guard let scanner = PatternScanner(database) else { throw .outOfMemory }
        return Scanner(lists: self, scanner: scanner)
    }

    /// Searches comment after comment; one for each task.
    final class Scanner {
        private let lists: WordLists
        private let scanner: PatternScanner

        init(lists: WordLists, scanner: PatternScanner) {
            self.lists = lists
            self.scanner = scanner
        }

        func hits(in texts: WordTexts) -> WordHits {
            let hits = scanner.scan([texts.published, texts.hidden])
            return WordHits(blocked: lists.blocked.hits(in: hits), held: lists.held.hits(in: hits))
        }
    }
}
