extension Heuristic {
    static let copyOfRecent = Heuristic(
        symbol: "copy_of_recent",
        sentence: "Nearly the same text stands in another thread since a few days.",
        defaultWeight: 1_500_000,
        test: .history { history in
            let copies = history.copies
            return copies > 0
                ? "nearly the same text as \(copies) recent comment\(copies == 1 ? "" : "s") elsewhere" : nil
        }
    )
}
