extension Heuristic {
    static let otherScript = Heuristic(
        symbol: "other_script",
        sentence: "Most letters are of another script than the site's language.",
        defaultWeight: 700_000,
        test: .comment { evidence in
            let traits = evidence.reading.text.traits
            guard traits.letters >= 8, traits.beyondASCII > 0 || evidence.siteScript != .latin else { return nil }
            let own = evidence.siteScript.companions.reduce(0) { $0 + traits.letters(of: $1) }
            return own * 2 < traits.letters ? "written in another script than the site's language" : nil
        }
    )
}
