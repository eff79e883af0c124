extension Heuristic {
    static let disposableEmail = Heuristic(
        symbol: "disposable_email",
        sentence: "The e-mail is of a service for addresses to throw away.",
        defaultWeight: 1_200_000,
        test: .comment { evidence in
            let known = evidence.reading.emailDomain.withUnsafeBufferPointer {
                evidence.lists.disposable.entry(of: $0)
            }
            return known.map { "the e-mail is of \($0), a service for addresses to throw away" }
        }
    )
}
