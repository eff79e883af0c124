extension Heuristic {
    static let authorEverywhere = Heuristic(
        symbol: "author_everywhere",
        sentence: "The same e-mail posted in five or more other threads within an hour.",
        defaultWeight: 1_000_000,
        test: .history { history in
            let threads = history.threadsOfAuthor
            return threads > 4 ? "the author posted in \(threads) other threads within an hour" : nil
        }
    )
}
