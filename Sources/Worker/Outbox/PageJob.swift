import Ledger
import Outbox

/// One page of a thread to be rendered, with the items of those of its comments that are due.
struct PageJob: OutboxJob {
    let thread: ThreadSummary
    let number: Int
    let places: [PlacedComment]
    let items: Set<Int64>
    let context: OutboxContext

    func render() -> [OutboxFile] {
        let entries = places.map { ThreadEntry($0.comment, isTombstone: $0.isTombstone) }
        let page = ThreadPage(thread, number: number, entries: entries, context: context)
        let slug = thread.record.slug
        var files = [
            OutboxFile(OutboxPaths.thread(slug, page: number), page.json()),
            OutboxFile(OutboxPaths.page(slug, page: number), page.html()),
        ]
        guard context.settings.outbox.items == .files, !items.isEmpty else { return files }
        let due = Set(places.filter { items.contains($0.comment.sequence) && !$0.isTombstone }.map(\.comment.id))
        for comment in page.comments where due.contains(comment.id) {
            files.append(OutboxFile(OutboxPaths.item(comment.id, slug: slug), comment.json()))
        }
        return files
    }
}
