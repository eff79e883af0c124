/// Searches comment after comment; holds the working memory, so one for each thread.
public final class PatternScanner {
    private let database: PatternDatabase
    private let memory: ScannerMemory
    private var folded = FoldedText()
    /// Folded without joining `İ` and `ı` with i, when needed.
    private var strictlyFolded = FoldedText()
    private let sink: ScanSink
    /// What the texts searched since the last `takeHits` have.
    private var matched: [PatternID] = []
    private var exceeded: [PatternID] = []

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
        for (field, text) in texts.enumerated() {
            if var text { text.withUTF8 { look(in: $0, field: field) } }
        }
        return takeHits()
    }

    /// The hits in the texts looked at since the last call.
    public func takeHits() -> PatternHits {
        PatternHits(matched: matched.takeSortedUnique(), exceeded: exceeded.takeSortedUnique())
    }

    /// Searches one of a comment's texts, which is valid UTF-8.
    public func look(in text: UnsafeBufferPointer<UInt8>, field: Int) {
        guard field < database.fields.count, database.fields[field].isSearched else { return }
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
    /// Empties the list and gives what was in it, in order and each once.
    fileprivate mutating func takeSortedUnique() -> [PatternID] {
        sort()
        var result: [PatternID] = []
        result.reserveCapacity(count)
        for id in self where result.last != id { result.append(id) }
        removeAll(keepingCapacity: true)
        return result
    }
}
