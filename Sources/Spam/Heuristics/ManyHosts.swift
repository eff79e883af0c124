extension Heuristic {
    static let manyHosts = Heuristic(
        symbol: "many_hosts",
        sentence: "The text links to three or more different hosts.",
        defaultWeight: 1_000_000,
        test: .comment { evidence in
            guard evidence.reading.addresses.count > 2 else { return nil }
            let count = evidence.hosts.count
            return count > 2 ? "links to \(count) different hosts" : nil
        }
    )
}
