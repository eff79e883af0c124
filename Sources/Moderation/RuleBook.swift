import Digests
import Patterns
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

    /// Reads the sources; errors in them are in `rules.diagnostics`, and the tests are left alone.
    /// - Parameters:
    ///   - patterns: file for the compiled patterns.
    ///   - progress: is told how many patterns are about to be compiled, where that takes a while.
    /// - Throws: `RuleBookError.unreadable` where a file is not UTF-8.
    public init(
        _ sources: RuleSources,
        patterns: String? = nil,
        progress: (Int) -> Void = { _ in }
    ) throws(RuleBookError) {
        self.init(sources, try sources.texts().rules, patterns: patterns, progress: progress)
    }

    private init(
        _ sources: RuleSources,
        _ files: [RuleSet.File],
        patterns: String?,
        progress: (Int) -> Void
    ) {
        var collector = PatternCollector()
        blocked = CollectedWordList(WordList(bytes: sources.block), into: &collector)
        held = CollectedWordList(WordList(bytes: sources.moderate), into: &collector)
        rules = RuleSet(files, into: &collector, firstField: CollectedWordList.fieldCount)
        database = PatternDatabase.compile(collector, cache: patterns, progress: progress)
        var hash = SHA256()
        for list in [blocked.list, held.list] {
            for entry in list.entries { hash.update(entry.text + "\n") }
            hash.update("\n")
        }
        for file in files { hash.update("\(file.name)\n\(file.text.utf8.count)\n\(file.text)\n") }
        digest = hash.finish()
    }

    /// The book that the sources make; from the cache where they were accepted before, else read, tested and kept there.
    /// - Throws: `RuleBookError` where a rule has an error or a test fails.
    public init(
        accepting sources: RuleSources,
        cache: RuleCache? = nil,
        progress: (Int) -> Void = { _ in }
    ) throws(RuleBookError) {
        if let book = cache?.load(sources) {
            self = book
            return
        }
        let (files, tests) = try sources.texts()
        let book = RuleBook(sources, files, patterns: cache?.patterns, progress: progress)
        let errors = book.rules.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw .refused(errors) }
        if !tests.isEmpty {
            guard let scanner = PatternScanner(book.database) else { throw .outOfMemory }
            let failures = RuleTestSuite(tests).errors(of: book.rules, scanner: scanner)
            guard failures.isEmpty else { throw .refused(failures) }
        }
        cache?.store(book, of: sources)
        self = book
    }

    func makeScanner() throws(AnalyzerError) -> PatternScanner {
        guard let scanner = PatternScanner(database) else { throw .outOfMemory }
        return scanner
    }

    /// The patterns found in a comment's texts; a post's title is looked at when the comment is judged.
    func hits(_ words: WordTexts, _ subject: RuleSubject, _ scanner: PatternScanner) -> PatternHits {
        words.published.bytes.withUnsafeBufferPointer { scanner.look(in: $0, field: 0) }
        words.hidden.bytes.withUnsafeBufferPointer { scanner.look(in: $0, field: 1) }
        if !rules.isEmpty {
            for (field, text) in zip(RuleField.allCases, rules.texts(of: subject)) where field != .postTitle {
                if var text {
                    text.withUTF8 { scanner.look(in: $0, field: CollectedWordList.fieldCount + field.rawValue) }
                }
            }
        }
        return scanner.takeHits()
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

/// A book as the content of a sealed file; its word lists are read anew, which takes no time.
extension RuleBook {
    func write(to writer: inout SealedWriter) {
        writer.put(bytes: digest.bytes)
        rules.write(to: &writer)
        database.write(to: &writer)
    }

    /// - Throws: where the bytes are none of `write(to:)` or the compiled patterns are not at hand.
    init(_ sources: RuleSources, from reader: inout SealedReader, patterns: String) throws(SealedReader.Damage) {
        guard let digest = Digest(Array(try reader.slice())) else { throw SealedReader.Damage() }
        self.digest = digest
        blocked = CollectedWordList(WordList(bytes: sources.block), firstPattern: 0)
        held = CollectedWordList(WordList(bytes: sources.moderate), firstPattern: blocked.patternCount)
        rules = try RuleSet(from: &reader)
        database = try PatternDatabase.read(from: &reader, scans: patterns)
        guard reader.isAtEnd else { throw SealedReader.Damage() }
    }
}
