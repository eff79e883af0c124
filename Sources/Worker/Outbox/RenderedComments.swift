import Outbox
import Synchronization

/// What comments' bodies came to, kept by sequence for the feeds that tell of them after a page or another feed has: the latest,
/// as many as the limit holds.
final class RenderedComments: Sendable {
    private struct Kept {
        var latest: [Int64: FeedBody] = [:]
        var before: [Int64: FeedBody] = [:]
        /// Of HTML and summaries in `latest`.
        var bytes = 0
    }

    private let kept = Mutex(Kept())

    /// Bytes after which what was kept before is forgotten.
    private static let limit = 3 << 20

    func keep(_ bodies: [(sequence: Int64, body: FeedBody)]) {
        kept.withLock { kept in
            for (sequence, body) in bodies {
                kept.bytes += body.html.utf8.count + body.summary.utf8.count
                kept.latest[sequence] = body
            }
            guard kept.bytes > Self.limit else { return }
            kept.before = kept.latest
            kept.latest = [:]
            kept.bytes = 0
        }
    }

    /// The bodies of comments, each nil where it is not kept.
    func bodies(of sequences: some Sequence<Int64>) -> [FeedBody?] {
        kept.withLock { kept in sequences.map { kept.latest[$0] ?? kept.before[$0] } }
    }
}
