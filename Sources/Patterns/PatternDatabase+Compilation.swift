import Digests

extension PatternDatabase {
    /// Compiles a collection, or loads it from `cache`, a file that an earlier compilation of the same patterns wrote.
    ///
    /// A cache that is missing, damaged, or from other patterns, another processor or another version of the library is written anew, in one
    /// step and for its owner only; one that can't be written is no error. `progress` is told how many patterns are about to be
    /// compiled, and only where that takes a while.
    public static func compile(
        _ collector: PatternCollector,
        cache: String? = nil,
        progress: (Int) -> Void = { _ in }
    ) -> PatternDatabase {
        let checks = collector.entries.map { Check($0.pattern) }
        let scans = (0..<collector.fieldCount).map { field in
            FieldScan(
                entries: collector.entries.indices.filter { collector.entries[$0].field == field },
                checks: checks
            )
        }
        let key = Self.key(of: scans)
        let fields: [Field]
        if let cache, let loaded = PatternCache.load(from: cache, key: key, count: scans.count) {
            fields = zip(scans, loaded).map { $0.field(loaded: $1) }
        } else {
            let count = scans.reduce(0) { $0 + $1.expressions.count }
            if count > 0 { progress(count) }
            fields = scans.map { $0.compiled() }
            if let cache, count > 0 { PatternCache.store(fields, to: cache, key: key) }
        }
        return PatternDatabase(checks: checks, owners: collector.entries.map(\.owners), fields: fields, key: key)
    }

    /// What the Vectorscan databases depend on.
    private static func key(of scans: [FieldScan]) -> [UInt8] {
        var hash = SHA256()
        hash.update("patterns 2\0\(ScanDatabase.libraryVersion)\0\(ScanDatabase.platform)\0")
        for scan in scans {
            hash.update("field \(scan.expressions.count)\0")
            for expression in scan.expressions {
                hash.update("\(expression.id) \(expression.text)\0")
            }
        }
        return hash.finish().bytes
    }
}

extension PatternDatabase.Check {
    fileprivate init(_ pattern: Pattern) {
        switch pattern {
        case .literal(let text, let casing, let frame): self = .literal(Literal(text, casing: casing, frame: frame))
        case .expression(let expression): self = .expression(Confirmation(expression))
        }
    }

    /// What Vectorscan looks for; nil where every text is to be looked at.
    fileprivate var scanText: String? {
        switch self {
        case .literal(let literal):
            let bytes = literal.scanned
            return bytes.isEmpty ? nil : ScanForm.text(of: bytes)
        case .expression(let confirmation):
            return confirmation.scanText
        }
    }
}

/// One field's entries, divided into those to scan for and those to look at always.
private struct FieldScan {
    /// Fewer literals than this are searched for one by one: quicker to start, and hardly slower.
    private static let smallest = 10

    var expressions: [ScanDatabase.Expression] = []
    var unscanned: [Int] = []

    init(entries: [Int], checks: [PatternDatabase.Check]) {
        let areAllLiterals = entries.allSatisfy { if case .literal = checks[$0] { true } else { false } }
        guard entries.count >= Self.smallest || !areAllLiterals else {
            unscanned = entries
            return
        }
        for entry in entries {
            if let text = checks[entry].scanText {
                expressions.append(ScanDatabase.Expression(text: text, id: UInt32(entry)))
            } else {
                unscanned.append(entry)
            }
        }
    }

    func field(loaded: PatternCache.Field) -> PatternDatabase.Field {
        let refused = Set(loaded.refused)
        return PatternDatabase.Field(
            scan: loaded.database,
            scanned: expressions.map { Int($0.id) }.filter { !refused.contains($0) },
            unscanned: unscanned + loaded.refused,
            refused: loaded.refused
        )
    }

    /// Compiled without those that Vectorscan refuses.
    func compiled() -> PatternDatabase.Field {
        var accepted = expressions
        var refused: [Int] = []
        while !accepted.isEmpty {
            do {
                let database = try ScanDatabase.compile(accepted)
                return field(loaded: PatternCache.Field(database: database, refused: refused))
            } catch {
                // Without a place to blame, as where all together are too large, the last ones go.
                let blamed = error.expression.map { $0..<$0 + 1 } ?? accepted.count / 2..<accepted.count
                refused.append(contentsOf: accepted[blamed].map { Int($0.id) })
                accepted.removeSubrange(blamed)
            }
        }
        return field(loaded: PatternCache.Field(database: nil, refused: refused))
    }
}
