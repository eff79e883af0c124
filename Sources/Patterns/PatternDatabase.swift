import Digests
import Synchronization

/// Many patterns, ready to be searched for in the texts of a comment at once.
///
/// Each field's patterns stand in one Vectorscan database, which names candidates in a folded copy of the text; an expression is then
/// confirmed by PCRE2. What Vectorscan can't narrow down is confirmed for every text.
public final class PatternDatabase: Sendable {
    /// How one entry is answered.
    enum Check: Sendable {
        case literal(Literal)
        case expression(Confirmation)
    }

    /// One field's entries.
    struct Field: Sendable {
        /// Nil where the texts are searched entry by entry: nothing to scan for, or too little.
        let scan: ScanDatabase?
        let scanned: [Int]
        /// Entries that are looked at for every text.
        let unscanned: [Int]
        /// Those of them that Vectorscan refused.
        let refused: [Int]

        var isSearched: Bool { scan != nil || !unscanned.isEmpty }
    }

    let checks: [Check]
    let owners: PatternOwners
    let fields: [Field]
    /// What it was compiled from: patterns, library versions and processor.
    let key: Digest
    /// Patterns that are confirmed for every text, because Vectorscan can't narrow them down.
    public let unscanned: [PatternID]
    let plan: ScanPlan
    /// What scanners that are gone have left to those to come.
    private let spareMemory = Mutex<[ScannerMemory]>([])

    init(checks: [Check], owners: PatternOwners, fields: [Field], key: Digest) {
        self.checks = checks
        self.owners = owners
        self.fields = fields
        self.key = key
        plan = ScanPlan(checks)
        unscanned = Set(
            fields.flatMap(\.unscanned).filter { if case .expression = checks[$0] { true } else { false } }
                .flatMap { owners[$0] }
        ).sorted()
    }

    /// Nil where memory is out.
    func takeMemory() -> ScannerMemory? {
        spareMemory.withLock { $0.popLast() } ?? ScannerMemory(for: self)
    }

    func giveBack(_ memory: ScannerMemory) { spareMemory.withLock { $0.append(memory) } }
}
