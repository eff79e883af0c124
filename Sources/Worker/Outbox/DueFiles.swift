import Ledger

/// Dispatches sorted by what they touch.
struct DueFiles {
    /// What is touched of one thread.
    struct Touched {
        /// Top-level comments whose page is touched.
        var roots: Set<Int64> = []
        /// Top-level comments from whose page on all pages are touched; 0 stands for the whole thread.
        var rootsOnwards: Set<Int64> = []

        var isEmpty: Bool { roots.isEmpty && rootsOnwards.isEmpty }
    }

    var threads: [Int64: Touched] = [:]
    var items: Set<Int64> = []
    var threadFeeds: Set<Int64> = []
    /// Threads all of whose feed's archives are touched.
    var threadArchives: Set<Int64> = []
    var archiveGranules: Set<Int64> = []
    var siteFeeds = false
    var index = false
    var rejected: Set<Int64> = []
    var messages: [Int64] = []
    /// Of the latest dispatch; 0 where there is none.
    private(set) var lastNumber: Int64 = 0
    /// Dispatches.
    private(set) var count = 0

    /// Threads whose pages or feeds are touched.
    var threadNumbers: [Int64] { threadFeeds.union(threads.keys).sorted() }

    mutating func add(_ dispatch: Dispatch) {
        lastNumber = max(lastNumber, dispatch.number)
        count += 1
        switch dispatch.kind {
        case .item: items.insert(dispatch.target)
        case .page: threads[dispatch.target, default: Touched()].roots.insert(dispatch.detail)
        case .pagesFrom: threads[dispatch.target, default: Touched()].rootsOnwards.insert(dispatch.detail)
        case .threadFeeds:
            threadFeeds.insert(dispatch.target)
            if dispatch.detail == Dispatch.withArchives { threadArchives.insert(dispatch.target) }
        case .siteFeeds: siteFeeds = true
        case .archive: archiveGranules.insert(dispatch.target)
        case .index: index = true
        case .rejected: rejected.insert(dispatch.target)
        case .message: messages.append(dispatch.target)
        case .heldNotice: break
        }
    }

    /// Touches the pages on which items stand: an item is written with its page, whose dispatch may be a later one.
    mutating func addPagesOfItems(in ledger: Ledger) throws {
        for item in items {
            guard let place = try ledger.place(of: item) else { continue }
            threads[place.thread, default: Touched()].roots.insert(place.root)
        }
    }
}
