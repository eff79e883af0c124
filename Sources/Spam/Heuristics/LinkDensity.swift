extension Heuristic {
    static let linkDensity = Heuristic(
        symbol: "link_density",
        sentence: "More than half of the text is addresses.",
        defaultWeight: 800_000,
        test: .comment { evidence in
            let linked = evidence.reading.addresses.reduce(0) { $0 + $1.range.count }
            let text = max(evidence.reading.text.bytes.count - 2, 1)
            return linked * 2 > text ? "\(100 * linked / text) % of the text is addresses" : nil
        }
    )
}
