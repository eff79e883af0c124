import Ledger
import Outbox

/// One page of a thread to be rendered, with the items of those of its comments that are due.
struct PageJob: OutboxJob {
    let thread: ThreadSummary
    let number: Int
    let places: [PlacedComment]
    let items: Set<Int64>
    let context: OutboxContext

    func render() -> RenderedJob {
        let entries = places.map { ThreadEntry($0.comment, isTombstone: $0.isTombstone) }
        let page = ThreadPage(thread, number: number, entries: entries, context: context)
        let slug = thread.record.slug
        let files = [
            OutboxFile(OutboxPaths.thread(slug, page: number), page.json()),
            OutboxFile(OutboxPaths.page(slug, page: number), page.html()),
        ]
        var job = RenderedJob(files: files, comments: page.comments)
        guard context.settings.outbox.items == .files, !items.isEmpty else { return job }
        let due = places.filter { items.contains($0.comment.sequence) && !$0.isTombstone }.map(\.comment)
        let ids = Set(due.map(\.id))
        for comment in job.comments where ids.contains(comment.id) {
            job.files.append(OutboxFile(OutboxPaths.item(comment.id, slug: slug), comment.json()))
        }
        job.items = due.map(\.sequence)
        return job
    }
}
