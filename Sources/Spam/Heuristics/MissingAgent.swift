extension Heuristic {
    static let missingAgent = Heuristic(
        symbol: "missing_agent",
        sentence: "The sender's address is known but no user agent was sent.",
        defaultWeight: 500_000,
        test: .comment { evidence in
            guard evidence.sample.ip != nil, evidence.sample.userAgent?.isEmpty != false else { return nil }
            return "no user agent was sent"
        }
    )
}
