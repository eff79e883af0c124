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

    func render(_ emit: OutboxContents.Emit) throws -> [Int64] {
        let page = ThreadPage(thread, number: number, entries: places, context: context)
        let comments = page.comments
        rendered.keep(comments.map { ($0.sequence, FeedBody($0)) })
        let slug = thread.record.slug
        try emit(OutboxFile(OutboxPaths.thread(slug, page: number), page.json()))
        try emit(OutboxFile(OutboxPaths.page(slug, page: number), page.html()))
        guard context.settings.outbox.items == .files else { return [] }
        let due = comments.filter { items.contains($0.sequence) }
        for comment in due { try emit(OutboxFile(OutboxPaths.item(comment.id, slug: slug), comment.json())) }
        return due.map(\.sequence)
    }
}
