import Patterns
import Rules
import Synchronization

/// Looks for rules' patterns in posts' titles, which only the ledger knows; remembers the last, for comments come in threads.
final class TitleSearch: Sendable {
    private struct State {
        let scanner: PatternScanner
        var title = ""
        var hits = PatternHits.none
    }

    private let book: RuleBook
    private let state = Mutex<State?>(nil)

    /// nil where no rule looks at titles.
    init?(_ book: RuleBook) {
        guard book.rules.looksAt(.postTitle) else { return nil }
        self.book = book
    }

    /// - Throws: `AnalyzerError.outOfMemory`.
    func hits(in title: String) throws -> PatternHits {
        try state.withLock { state in
            if let state, state.title == title { return state.hits }
            let scanner = try state?.scanner ?? book.makeScanner()
            let hits = scanner.scan(book.texts(title: title))
            state = State(scanner: scanner, title: title, hits: hits)
            return hits
        }
    }
}
