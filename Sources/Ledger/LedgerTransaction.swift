import Comments
import GRDB

/// One transaction of the ledger: what it answers includes what it has recorded so far.
public final class LedgerTransaction {
    let database: Database
    let statements: PreparedStatements
    let keepsItems: Bool
    var notices: OutcomeNotices
    /// What need not be looked for; nil where nothing is known of that.
    var known: KnownKeys?
    var threads = ThreadRows()
    /// Whether judgement takes every thread for one that is listed and open, as it was for comments that are imported.
    public var judgesOldComments = false
    /// Changes to the threads' counters, written once at the end.
    var threadChanges: [Int64: ThreadChange] = [:]
    /// Changes to the number of comments of each verdict, written once at the end.
    private var tallyChanges: [Verdict: Int] = [:]
    private var publication: Int64?
    /// How far learning has come, once it was asked for.
    var learned: Learned?
    /// Of the next row, once one was asked for.
    private var sequence: Int64?
    /// What this transaction owes, written once at the end.
    private var owed: Set<Debt> = []

    private struct Debt: Hashable {
        let kind: Dispatch.Kind
        let target: Int64
        let detail: Int64

        func stands(before other: Debt) -> Bool {
            (kind.rawValue, target, detail) < (other.kind.rawValue, other.target, other.detail)
        }
    }

    struct ThreadChange {
        var shown = 0
        var roots = 0
        /// Of the top-level comments that came, the one that stands first.
        var firstRoot: TopLevel?
    }

    /// A top-level comment where it stands in its thread: by time, then in the order of judgement.
    struct TopLevel {
        let sequence: Int64
        let submittedAt: Timestamp

        func stands(before other: TopLevel) -> Bool {
            (submittedAt, sequence) < (other.submittedAt, other.sequence)
        }
    }

    init(
        _ database: Database,
        _ statements: PreparedStatements,
        keepsItems: Bool,
        notices: OutcomeNotices
    ) {
        self.database = database
        self.statements = statements
        self.keepsItems = keepsItems
        self.notices = notices
    }

    /// The number of the next first publication; they grow by one.
    func nextPublication() throws -> Int64 {
        let last = try publication ?? statements.lastPublication.first { $0.integer(0) } ?? 0
        publication = last + 1
        return last + 1
    }

    /// The number of the next row; they grow in the order of judgement.
    func nextSequence() throws -> Int64 {
        let next = try sequence ?? lastSequence() + 1
        sequence = next + 1
        known?.lastSequence = next
        return next
    }

    func lastSequence() throws -> Int64 { try statements.lastSequence.first { $0.integer(0) } ?? 0 }

    func tally(_ verdict: Verdict, _ change: Int) { tallyChanges[verdict, default: 0] += change }

    func finish() throws {
        for (verdict, change) in tallyChanges where change != 0 {
            try statements.tally.run(.integer(verdict.code), .integer(Int64(change)))
        }
        tallyChanges = [:]
        for (thread, change) in threadChanges {
            if let first = change.firstRoot { owe(.pagesFrom, thread, first.sequence) }
            guard change.shown != 0 || change.roots != 0 else { continue }
            try statements.adjustThread.run(
                .integer(Int64(change.shown)),
                .integer(Int64(change.roots)),
                .integer(thread)
            )
        }
        threadChanges = [:]
        for debt in owed.sorted(by: { $0.stands(before: $1) }) {
            try statements.insertDispatch.run(
                .integer(debt.kind.rawValue),
                .integer(debt.target),
                .integer(debt.detail)
            )
        }
        owed = []
    }

    func owe(_ kind: Dispatch.Kind, _ target: Int64, _ detail: Int64 = 0) {
        owed.insert(Debt(kind: kind, target: target, detail: detail))
    }

    /// Takes back what was owed in this transaction.
    func retract(_ kind: Dispatch.Kind, _ target: Int64) {
        owed.remove(Debt(kind: kind, target: target, detail: 0))
    }
}
