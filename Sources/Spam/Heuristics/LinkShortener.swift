extension Heuristic {
    static let linkShortener = Heuristic(
        symbol: "link_shortener",
        sentence: "A link hides its target behind a known shortener.",
        defaultWeight: 900_000,
        test: .comment { evidence in
            guard !evidence.reading.addresses.isEmpty else { return nil }
            for var host in evidence.hosts {
                if let known = host.withUTF8({ evidence.lists.shorteners.entry(of: $0) }) {
                    return "hides a link's target behind \(known)"
                }
            }
            return nil
        }
    )
}
