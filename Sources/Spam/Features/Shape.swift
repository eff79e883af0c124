/// A comment's shape in steps: how long, how loud, how much of it is links.
struct Shape {
    /// One step: what was measured and which step it fell into.
    struct Feature {
        let measure: Measure
        let step: Int

        var hash: UInt32 { FeatureHash.mix(UInt32(truncatingIfNeeded: measure.rawValue &<< 8 | step)) }
    }

    enum Measure: Int, CaseIterable {
        case length, words, newlines, exclamations, nameLength, links, capitals, digits, questions, beyondASCII
        case punctuation, wordLength, at, hash, currency, longNumber, repetition, mostlyLinks, nameWords, nameDigit
    }

    private(set) var features: [Feature] = []

    init(_ reading: TextReading, _ words: WordStatistics) {
        features.reserveCapacity(Measure.allCases.count)
        let traits = reading.text.traits
        let characters = max(traits.characters, 1)
        add(.length, Self.log2(traits.characters))
        add(.words, Self.log2(words.count))
        add(.newlines, Self.log2(traits.newlines))
        add(.exclamations, Self.log2(traits.exclamations))
        add(.nameLength, Self.log2(reading.name.traits.characters))
        add(.links, min(reading.addresses.count, 3))
        if traits.letters > 0 { add(.capitals, 5 * traits.capitals / traits.letters) }
        add(.digits, min(Self.log2(20 * traits.digits / characters), 4))
        add(.questions, min(traits.questions, 2))
        add(.beyondASCII, 4 * traits.beyondASCII / characters)
        add(.punctuation, 8 * traits.punctuation / characters)
        if words.count > 0 { add(.wordLength, min(words.bytes / words.count, 15)) }
        if traits.hasAt { add(.at, 1) }
        if traits.hasHash { add(.hash, 1) }
        if traits.hasCurrency { add(.currency, 1) }
        if traits.longestNumber >= 6 { add(.longNumber, 1) }
        if words.distinct * 10 < words.count * 6 { add(.repetition, 1) }
        let linked = reading.addresses.reduce(0) { $0 + $1.range.count }
        if linked * 2 > reading.text.bytes.count - 2 { add(.mostlyLinks, 1) }
        add(.nameWords, min(reading.nameWords, 3))
        if reading.name.traits.digits > 0 { add(.nameDigit, 1) }
    }

    private mutating func add(_ measure: Measure, _ step: Int) {
        features.append(Feature(measure: measure, step: step))
    }

    /// 0 for 0, 1 for 1, 2 for 2 and 3, 3 for 4 to 7 …
    private static func log2(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }
}
