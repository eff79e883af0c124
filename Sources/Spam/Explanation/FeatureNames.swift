import Text

/// Names for features, as a moderator reads them.
struct FeatureNames {
    private let reading: TextReading
    private let shape: [UInt32: Shape.Feature]
    /// Domains of website and e-mail, which have no place in the text.
    private let domains: [UInt32: String]
    /// The token that each byte of the text belongs to; -1 for spaces.
    private let owners: [Int]

    init(_ extractor: FeatureExtractor) {
        reading = extractor.reading
        let shape = Shape(extractor.reading, extractor.words).features
        self.shape = Dictionary(shape.map { (FeatureSet.bucket($0.hash ^ FeatureGroup.shape.salt), $0) }) { first, _ in
            first
        }
        domains = [extractor.reading.websiteHost, extractor.reading.emailDomain].reduce(into: [:]) { names, host in
            for domain in FeatureExtractor.domains(of: host[...]) {
                let bucket = FeatureSet.bucket(FeatureHash.of(domain) ^ FeatureGroup.hosts.salt)
                names[bucket] = "domain \(String(decoding: domain, as: UTF8.self).shortened(to: 40))"
            }
        }
        var owners = [Int](repeating: -1, count: extractor.reading.text.bytes.count)
        for (index, token) in extractor.reading.tokens.enumerated() {
            for place in token.range { owners[place] = index }
        }
        self.owners = owners
    }

    /// The names a feature goes by at one of its places, with the share of each; the shares add up to 1. A window of bytes
    /// counts for the words it lies in.
    func of(_ feature: FeatureOccurrences.Feature, at place: Range<Int>) -> [(name: String, share: Double)] {
        switch feature.group {
        case .windows: windowNames(place)
        case .words, .pairs: [(phrase(place), 1)]
        case .author: [("the author's name", 1)]
        case .hosts: [(place.isEmpty ? domains[feature.bucket] ?? "a domain" : "host \(text(place))", 1)]
        case .shape: [(shape[feature.bucket]?.name ?? "shape", 1)]
        }
    }

    private func windowNames(_ place: Range<Int>) -> [(name: String, share: Double)] {
        let inside = place.filter { owners[$0] >= 0 }
        return inside.map { (name(reading.tokens[owners[$0]]), 1 / Double(inside.count)) }
    }

    /// The words in a range, in quotes.
    private func phrase(_ place: Range<Int>) -> String {
        var words: [String] = []
        var index = place.lowerBound
        while index < place.upperBound {
            let owner = owners[index]
            if owner >= 0 {
                words.append(word(reading.tokens[owner]))
                index = reading.tokens[owner].range.upperBound
            } else {
                index += 1
            }
        }
        return "\"\(words.joined(separator: " "))\""
    }

    private func name(_ token: Token) -> String { "\"\(word(token))\"" }

    private func word(_ token: Token) -> String { text(token.range) }

    /// At most 40 characters of the folded text.
    private func text(_ range: Range<Int>) -> String {
        String(decoding: reading.text.bytes[range], as: UTF8.self).shortened(to: 40)
    }
}
