extension Heuristic {
    static let disposableEmail = Heuristic(
        symbol: "disposable_email",
        sentence: "The e-mail is of a service for addresses to throw away.",
        defaultWeight: 1_200_000,
        test: .comment { evidence in
            let domain = String(decoding: evidence.reading.emailDomain, as: UTF8.self)
            guard evidence.lists.disposable.contains(domain) else { return nil }
            return "the e-mail is of a service for addresses to throw away"
        }
    )
}
