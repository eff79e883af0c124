import Text

/// Turns comments into feature vectors. It holds room that is used again from comment to comment: keep one per task.
public struct FeatureExtractor {
    var reading = TextReading()
    /// Of the text read last.
    private(set) var words = WordStatistics()
    private var set = FeatureSet()

    public init() {}

    /// At most `TextReading.limit` bytes of the text are read.
    public mutating func features(of sample: SpamSample) -> FeatureVector {
        var observer = NoObserver()
        reading.read(sample)
        return features(&observer)
    }

    /// The features of what `reading` has read.
    mutating func features(_ observer: inout some FeatureObserver) -> FeatureVector {
        set.removeAll()
        reading.splitIntoTokens()
        collectWindows(&observer)
        collectWords(&observer)
        collectPairs(&observer)
        collectAuthor(&observer)
        collectHosts(&observer)
        for feature in Shape(reading, words).features {
            observer.saw(set.add(feature.hash ^ FeatureGroup.shape.salt), .shape, at: 0..<0)
        }
        set.end(.shape)
        return FeatureVector(buckets: set.buckets, counts: set.counts)
    }

    private mutating func collectWindows(_ observer: inout some FeatureObserver) {
        let text = reading.text.bytes
        let salt = FeatureGroup.windows.salt
        if text.count == 3 {
            observer.saw(set.add(FeatureHash.of(text) ^ salt), .windows, at: 0..<text.count)
        } else {
            set.addWindows(of: text, salt: salt, &observer)
        }
        set.end(.windows)
    }

    private mutating func collectWords(_ observer: inout some FeatureObserver) {
        words = WordStatistics()
        for token in reading.tokens where token.isWord {
            observer.saw(set.add(token.hash ^ FeatureGroup.words.salt), .words, at: token.range)
            words.count += 1
            words.bytes += token.range.count
        }
        words.distinct = set.countInGroup
        set.end(.words)
    }

    private mutating func collectPairs(_ observer: inout some FeatureObserver) {
        var last = Token.startMark
        var start = 0
        for token in reading.tokens {
            collectPair(last, token.hash, start..<token.range.upperBound, &observer)
            last = token.hash
            start = token.range.lowerBound
        }
        if last != Token.startMark { collectPair(last, Token.endMark, start..<reading.text.bytes.count, &observer) }
        set.end(.pairs)
    }

    @inline(__always)
    private mutating func collectPair(
        _ first: UInt32,
        _ second: UInt32,
        _ range: Range<Int>,
        _ observer: inout some FeatureObserver
    ) {
        let hash = FeatureHash.mix(first) &* 0x9E37_79B1 &+ second
        observer.saw(set.add(hash ^ FeatureGroup.pairs.salt), .pairs, at: range)
    }

    private mutating func collectAuthor(_ observer: inout some FeatureObserver) {
        if !reading.name.bytes.isEmpty {
            observer.saw(set.add(FeatureHash.of(reading.name.bytes) ^ FeatureGroup.author.salt), .author, at: 0..<0)
        }
        set.end(.author)
    }

    private mutating func collectHosts(_ observer: inout some FeatureObserver) {
        for address in reading.addresses {
            collectHost(reading.text.bytes[address.host], at: address.host, &observer)
        }
        collectHost(reading.emailDomain[...], at: 0..<0, &observer)
        collectHost(reading.websiteHost[...], at: 0..<0, &observer)
        set.end(.hosts)
    }

    private mutating func collectHost(
        _ host: ArraySlice<UInt8>,
        at range: Range<Int>,
        _ observer: inout some FeatureObserver
    ) {
        for domain in Self.domains(of: host) {
            let place = range.isEmpty ? range : domain.startIndex..<domain.endIndex
            observer.saw(set.add(FeatureHash.of(domain) ^ FeatureGroup.hosts.salt), .hosts, at: place)
        }
    }

    /// A host and the domains it lies in: `blog.example.com`, `example.com`, `com`; six at most.
    static func domains(of host: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let mostBytes = 253
        guard !host.isEmpty, host.count <= mostBytes else { return [] }
        var domains = [host]
        while domains.count < 6, let dot = domains[domains.count - 1].firstIndex(of: UInt8(ascii: ".")) {
            domains.append(host[(dot + 1)...])
        }
        return domains
    }
}
