import Comments
import Ledger
import Outbox

/// One page of a thread to be rendered, with the items of those of its comments that are due.
struct PageJob: OutboxJob {
    let thread: ThreadSummary
    let number: Int
    let places: [PlacedComment]
    let items: Set<Int64>
    /// Where the comments are kept for the feeds.
    let rendered: RenderedComments
    let context: OutboxContext

    func render() -> RenderedJob {
        let page = ThreadPage(thread, number: number, entries: places, context: context)
        let comments = page.comments
        rendered.keep(comments.map { ($0.sequence, FeedBody($0)) })
        let slug = thread.record.slug
        let files = [
            OutboxFile(OutboxPaths.thread(slug, page: number), page.json()),
            OutboxFile(OutboxPaths.page(slug, page: number), page.html()),
        ]
        var job = RenderedJob(files: files)
        guard context.settings.outbox.items == .files, !items.isEmpty else { return job }
        for comment in comments where items.contains(comment.sequence) {
            job.files.append(OutboxFile(OutboxPaths.item(comment.id, slug: slug), comment.json()))
            job.items.append(comment.sequence)
        }
        return job
    }
}
