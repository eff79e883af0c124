extension Heuristic {
    static let linkInName = Heuristic(
        symbol: "link_in_name",
        sentence: "The author's name has an address in it.",
        defaultWeight: 2_000_000,
        test: .comment { evidence in
            guard evidence.reading.name.bytes.contains(UInt8(ascii: ".")) else { return nil }
            var addresses: [Address] = []
            Address.find(in: evidence.reading.name.bytes, into: &addresses)
            return addresses.isEmpty ? nil : "the author's name has an address in it"
        }
    )
}
