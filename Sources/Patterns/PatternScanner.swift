/// Searches comment after comment; holds the working memory, so one for each thread.
public final class PatternScanner {
    private let database: PatternDatabase
    private let memory: ScannerMemory
    private var folded = FoldedText()
    /// Folded without joining `İ` and `ı` with i, when needed.
    private var strictlyFolded = FoldedText()
    private let sink: ScanSink

    /// Nil where memory is out.
    public init?(_ database: PatternDatabase) {
        guard let memory = database.takeMemory() else { return nil }
        self.memory = memory
        self.database = database
        sink = ScanSink(database.plan)
    }

    deinit { database.giveBack(memory) }

    /// Searches one comment's texts, numbered as the patterns' fields are; a nil text matches nothing.
    public func scan(_ texts: [String?]) -> PatternHits {
        var matched: [PatternID] = []
        var exceeded: [PatternID] = []
        for field in 0..<min(database.fields.count, texts.count) {
            guard var text = texts[field], database.fields[field].isSearched else { continue }
            text.withUTF8 { scan($0, field, matched: &matched, exceeded: &exceeded) }
        }
        return PatternHits(matched: matched.sortedUnique, exceeded: exceeded.sortedUnique)
    }

    private func scan(
        _ text: UnsafeBufferPointer<UInt8>,
        _ field: Int,
        matched: inout [PatternID],
        exceeded: inout [PatternID]
    ) {
        folded.fold(text, joiningI: true)
        var hasStrict = false
        folded.withBytes { bytes in
            sink.reset(text: bytes, hasForeignI: folded.hasForeignI)
            if let scan = database.fields[field].scan, let scratch = memory.scratch, !sink.collect(scan, scratch) {
                // Vectorscan gave up, which it only does where memory is out: look at every entry.
                sink.askForAll(database.fields[field].scanned)
            }
            sink.askForAll(database.fields[field].unscanned)
        }
        for candidate in sink.candidates {
            let entry = Int(candidate)
            switch holds(entry, text, &hasStrict) {
            case .absent: break
            case .found: matched.append(contentsOf: database.owners[entry])
            case .exceeded: exceeded.append(contentsOf: database.owners[entry])
            }
        }
        for entry in sink.found { matched.append(contentsOf: database.owners[Int(entry)]) }
    }

    private func holds(
        _ entry: Int,
        _ text: UnsafeBufferPointer<UInt8>,
        _ hasStrict: inout Bool
    ) -> Matcher.Outcome {
        switch database.checks[entry] {
        case .expression(let confirmation):
            return confirmation.search(text, hasForeignI: folded.hasForeignI, with: memory.matcher)
        case .literal(let literal):
            let occurs: Bool
            switch literal.casing {
            case .exact: occurs = literal.occurs(in: text)
            case .foldedLikePython: occurs = folded.withBytes(literal.occurs)
            case .folded where !folded.hasForeignI: occurs = folded.withBytes(literal.occurs)
            case .folded:
                if !hasStrict { strictlyFolded.fold(text, joiningI: false) }
                hasStrict = true
                occurs = strictlyFolded.withBytes(literal.occurs)
            }
            return occurs ? .found([]) : .absent
        }
    }
}

extension [PatternID] {
    fileprivate var sortedUnique: [PatternID] {
        guard count > 1 else { return self }
        var result: [PatternID] = []
        for id in sorted() where result.last != id { result.append(id) }
        return result
    }
}
