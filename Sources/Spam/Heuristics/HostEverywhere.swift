extension Heuristic {
    static let hostEverywhere = Heuristic(
        symbol: "host_everywhere",
        sentence: "Links to the same host were posted in three or more other threads within an hour.",
        defaultWeight: 1_500_000,
        test: .history { history in
            let threads = history.threadsOfHost
            return threads > 2 ? "links to a host that was posted in \(threads) other threads within an hour" : nil
        }
    )
}
