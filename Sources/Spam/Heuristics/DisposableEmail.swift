extension Heuristic {
    static let disposableEmail = Heuristic(
        symbol: "disposable_email",
        sentence: "The e-mail is of a service for addresses to throw away.",
        defaultWeight: 1_200_000,
        test: .comment { evidence in
            let known = evidence.reading.emailDomain.withUnsafeBufferPointer {
                SpamLists.entry(of: $0, in: evidence.lists.disposable)
            }
            return known.map { "the e-mail is of \($0), a service for addresses to throw away" }
        }
    )
}
