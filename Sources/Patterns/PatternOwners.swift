/// Which patterns each entry of a collection makes hold, in one table.
struct PatternOwners: Sendable {
    /// Where each entry's patterns begin among all, and where the last one's end.
    private var starts: [UInt32] = [0]
    private var patterns: [PatternID] = []

    init(entryCount: Int) { starts.reserveCapacity(entryCount + 1) }

    mutating func append(_ owners: some Sequence<PatternID>) {
        patterns.append(contentsOf: owners)
        starts.append(UInt32(patterns.count))
    }

    subscript(entry: Int) -> ArraySlice<PatternID> { patterns[Int(starts[entry])..<Int(starts[entry + 1])] }
}
