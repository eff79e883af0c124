extension Heuristic {
    static let linkShortener = Heuristic(
        symbol: "link_shortener",
        sentence: "A link hides its target behind a known shortener.",
        defaultWeight: 900_000,
        test: .comment { evidence in
            guard !evidence.reading.addresses.isEmpty else { return nil }
            let known = evidence.hosts.first(where: evidence.lists.shorteners.contains)
            return known.map { "hides a link's target behind \($0)" }
        }
    )
}
