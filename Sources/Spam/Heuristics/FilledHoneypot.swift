extension Heuristic {
    static let filledHoneypot = Heuristic(
        symbol: "filled_honeypot",
        sentence: "The field that a person leaves empty was filled.",
        defaultWeight: 5_000_000,
        test: .comment { evidence in
            evidence.sample.filledHoneypot ? "the field that a person leaves empty was filled" : nil
        }
    )
}
