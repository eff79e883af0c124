import Comments

/// What decides where a comment stands in its thread.
struct PlacementRow {
    let sequence: Int64
    let thread: Int64
    let parent: Int64?
    let root: Int64
    let shown: Shown
    let verdict: Verdict
    let publication: Int64?
    let publishedAt: Timestamp?

    static let columns = "sequence, thread, parent, root, shown, verdict, publication, publishedAt"

    init(_ row: borrowing Row) {
        sequence = row.integer(0)
        thread = row.integer(1)
        parent = row.optionalInteger(2)
        root = row.integer(3)
        shown = Shown(rawValue: row.integer(4)) ?? .hidden
        verdict = Verdict(code: row.integer(5))
        publication = row.optionalInteger(6)
        publishedAt = row.time(7)
    }
}

/// Whether a comment is seen in its thread.
public enum Shown: Int64, Sendable {
    case hidden = 0
    case comment = 1
    /// Withdrawn after it was published, with replies that stay: a nameless place.
    case tombstone = 2
}

extension LedgerTransaction {
    /// Puts a comment whose verdict has changed, everything below it and the tombstones above it in their places, and notes what
    /// the outbox owes. The cost grows with the comment's descendants, not with the thread.
    func replace(_ sequence: Int64, at time: Timestamp) throws {
        guard let changed = try placement(sequence) else { return }
        var below = [changed.sequence]
        var order: [Int64] = []
        while let next = below.popLast() {
            order.append(next)
            try statements.children.forEach([.integer(next)]) { row in
                below.append(row.integer(0))
                return true
            }
        }
        for sequence in order { try settle(sequence, at: time) }
        // Tombstones depend on what stands below them, so they follow from the bottom up.
        for sequence in order.reversed() { try settleTombstone(sequence) }
        var ancestor = changed.parent
        while let sequence = ancestor, let row = try placement(sequence) {
            try settleTombstone(sequence)
            ancestor = row.parent
        }
    }

    func placement(_ sequence: Int64) throws -> PlacementRow? {
        try statements.placement.first(.integer(sequence)) { PlacementRow($0) }
    }

    /// Root and visibility of a comment from its own verdict and its parent's place; publishes it when it is first shown.
    private func settle(_ sequence: Int64, at time: Timestamp) throws {
        guard let row = try placement(sequence) else { return }
        var root = sequence
        var isReachable = true
        if let parent = try row.parent.flatMap(placement) {
            (root, isReachable) = try place(under: parent, child: sequence)
        }
        let shown: Shown = row.verdict == .approved && isReachable ? .comment : .hidden
        try write(row, root: root, shown: shown, at: time)
    }

    /// Where a reply to `parent` hangs, and whether it can be seen there.
    func place(under parent: PlacementRow, child: Int64) throws -> (root: Int64, isReachable: Bool) {
        if parent.publication != nil { return (parent.root, true) }
        switch parent.verdict {
        case .approved, .held: return (parent.root, false)
        case .spam, .trashed, .rejected: return (child, true)
        }
    }

    private func settleTombstone(_ sequence: Int64) throws {
        guard let row = try placement(sequence), row.publication != nil, row.verdict != .approved else { return }
        var hasReplies = false
        try statements.children.forEach([.integer(sequence)]) { child in
            hasReplies = try placement(child.integer(0)).map { $0.shown != .hidden } ?? false
            return !hasReplies
        }
        try write(
            row,
            root: row.root,
            shown: hasReplies ? .tombstone : .hidden,
            at: row.publishedAt ?? Timestamp(seconds: 0)
        )
    }

    private func write(_ row: PlacementRow, root: Int64, shown: Shown, at time: Timestamp) throws {
        var publication = row.publication
        var publishedAt = row.publishedAt
        if shown == .comment, publication == nil {
            publication = try nextPublication()
            publishedAt = time
        }
        if root != row.root || shown != row.shown || publication != row.publication {
            try statements.place.run(
                .integer(root),
                .integer(shown.rawValue),
                .optional(publication),
                .time(publishedAt),
                .integer(row.sequence)
            )
            count(row, from: row.shown, to: shown, wasRoot: row.root == row.sequence, isRoot: root == row.sequence)
            if root != row.root { owePages(row, root: row.root, came: row.root == row.sequence) }
        }
        owePages(row, root: root, came: root == row.sequence && shown != row.shown)
        oweFeeds(thread: row.thread, publication: publication)
        if let publication, try isArchived(publication, of: row.thread) {
            owe(.threadFeeds, row.thread, Dispatch.withArchives)
        }
        owe(.item, row.sequence)
    }

    /// Notes the pages and feeds that a comment's coming, change or going touches.
    func owePages(_ row: PlacementRow, root: Int64, came: Bool) {
        owe(came ? .pagesFrom : .page, row.thread, root)
    }

    func oweFeeds(thread: Int64, publication: Int64?) {
        guard let publication else { return }
        owe(.threadFeeds, thread)
        owe(.siteFeeds, 0)
        owe(.archive, publication / Dispatch.archiveGranule)
        owe(.index, 0)
    }

    func count(_ row: PlacementRow, from old: Shown, to new: Shown, wasRoot: Bool, isRoot: Bool) {
        var change = threadChanges[row.thread] ?? ThreadChange()
        change.shown += (new == .comment ? 1 : 0) - (old == .comment ? 1 : 0)
        change.roots += (isRoot && new != .hidden ? 1 : 0) - (wasRoot && old != .hidden ? 1 : 0)
        threadChanges[row.thread] = change
    }
}
