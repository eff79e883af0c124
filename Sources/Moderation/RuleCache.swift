import Digests
import Patterns

/// The files in which a site keeps its rule book once it was accepted, so that the next start need not read and test it.
///
/// They count for the very bytes they were made from, the program that made them and the processor; they are private, and checked before they are used.
public struct RuleCache: Sendable {
    let patterns: String
    private let file: SealedFile
    private let program: String

    /// - Parameters:
    ///   - directory: a site's `State/`.
    ///   - program: tells one build of the program from another.
    public init(directory: String, program: String) {
        patterns = directory + "/patterns.db"
        file = SealedFile(directory + "/rules.db", kind: "MDRULES1")
        self.program = program
    }

    /// The book that was made from these sources; nil where none is kept, or a file is damaged.
    func load(_ sources: RuleSources) -> RuleBook? {
        file.withContent(sources.key(program: program)) { bytes in
            var reader = SealedReader(bytes)
            return try? RuleBook(sources, from: &reader, patterns: patterns)
        }
    }

    func store(_ book: RuleBook, of sources: RuleSources) {
        var writer = SealedWriter()
        book.write(to: &writer)
        file.store(writer.bytes, sources.key(program: program))
    }
}
