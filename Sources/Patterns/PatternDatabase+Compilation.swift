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
        let scans = FieldScan.all(of: collector, checks)
        let key = Self.key(of: scans)
        let cache = cache.map(PatternCache.init)
        let fields: [Field]
        if let loaded = cache?.load(key, fieldCount: scans.count) {
            fields = zip(scans, loaded).map { $0.plan.field($1) }
        } else {
            let count = scans.reduce(0) { $0 + $1.expressions.count }
            if count > 0 { progress(count) }
            fields = scans.map { $0.compiled() }
            cache?.store(fields, key)
        }
        var owners = PatternOwners(entryCount: collector.entries.count)
        for entry in collector.entries { owners.append(entry.owners) }
        return PatternDatabase(checks: checks, owners: owners, fields: fields, key: key)
    }

    /// What a compiled database depends on besides its patterns: Vectorscan's version and what the processor offers.
    public static var platform: String { "\(ScanDatabase.libraryVersion) \(ScanDatabase.platform)" }

    /// What the Vectorscan databases depend on.
    private static func key(of scans: [FieldScan]) -> Digest {
        var hash = SHA256()
        hash.update("patterns 3\0\(platform)\0")
        for scan in scans {
            hash.update("field \(scan.expressions.count)\0")
            for expression in scan.expressions {
                hash.update("\(expression.id) \(expression.text)\0")
            }
        }
        return hash.finish()
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

/// One field's plan, and what Vectorscan is to compile.
private struct FieldScan {
    /// Fewer literals than this are searched for one by one: quicker to start, and hardly slower.
    private static let smallest = 10

    private(set) var plan = FieldPlan()
    private(set) var expressions: [ScanDatabase.Expression] = []

    static func all(of collector: PatternCollector, _ checks: [PatternDatabase.Check]) -> [FieldScan] {
        var entries = [[Int]](repeating: [], count: collector.fieldCount)
        for (place, entry) in collector.entries.enumerated() { entries[entry.field].append(place) }
        return entries.map { FieldScan(entries: $0, checks) }
    }

    private init(entries: [Int], _ checks: [PatternDatabase.Check]) {
        let areAllLiterals = entries.allSatisfy { if case .literal = checks[$0] { true } else { false } }
        guard entries.count >= Self.smallest || !areAllLiterals else {
            plan.unscanned = entries
            return
        }
        for entry in entries {
            if let text = checks[entry].scanText {
                expressions.append(ScanDatabase.Expression(text: text, id: UInt32(entry)))
                plan.scanned.append(entry)
            } else {
                plan.unscanned.append(entry)
            }
        }
    }

    /// Compiled without those that Vectorscan refuses.
    func compiled() -> PatternDatabase.Field {
        var accepted = expressions
        var refused: [Int] = []
        while !accepted.isEmpty {
            do {
                return plan.field(PatternCache.Field(database: try ScanDatabase.compile(accepted), refused: refused))
            } catch {
                // Without a place to blame, as where all together are too large, the last ones go.
                let blamed = error.expression.map { $0..<$0 + 1 } ?? accepted.count / 2..<accepted.count
                refused.append(contentsOf: accepted[blamed].map { Int($0.id) })
                accepted.removeSubrange(blamed)
            }
        }
        return plan.field(PatternCache.Field(database: nil, refused: refused))
    }
}
