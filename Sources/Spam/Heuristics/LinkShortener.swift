extension Heuristic {
    static let linkShortener = Heuristic(
        symbol: "link_shortener",
        sentence: "A link hides its target behind a known shortener.",
        defaultWeight: 900_000,
        test: .comment { evidence in
            guard !evidence.reading.addresses.isEmpty else { return nil }
            for host in evidence.hosts {
                guard let known = SpamLists.entry(of: host, in: evidence.lists.shorteners) else { continue }
                return "hides a link's target behind \(known)"
            }
            return nil
        }
    )
}
