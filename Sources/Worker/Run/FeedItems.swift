import Comments
import Feeds
import Intake

/// The comments of a feed that was delivered, as items to be decoded. The verdicts that an export names are not looked at: whoever can
/// drop a file is not a moderator.
struct FeedItems {
    private let source: StreamedRecords
    /// Comments taken so far.
    private(set) var index = 0

    init(_ delivery: OpenDelivery, _ format: ImportFormat, base: String?) {
        source = StreamedRecords(format, base: base) { try delivery.chunk(at: $0, count: 64 << 10) }
    }

    /// What the first bytes of a feed tell of its kind.
    static func format(of delivery: OpenDelivery) throws -> ImportFormat {
        ImportFormat.detect(try delivery.chunk(at: 0, count: 8192)) ?? .feed
    }

    /// Reads the whole feed once, so that what breaks at its end is refused before anything of it is recorded.
    /// - Throws: `IntakeError` where the file cannot be read.
    static func refusal(of delivery: OpenDelivery, base: String?) throws -> DeliveryRefusal? {
        func refused(_ message: String) -> DeliveryRefusal {
            DeliveryRefusal(delivery: delivery.delivery, problem: Problem(.undecodable, field: "", message: message))
        }
        do {
            var items = FeedItems(delivery, try format(of: delivery), base: base)
            while true {
                let some = try items.next(limit: 512)
                guard !some.isEmpty else { break }
                if some.contains(where: { if case .item = $0 { true } else { false } }) {
                    // The rest has only to be read.
                    try items.source.skip(.max)
                    return nil
                }
            }
        } catch let error where CommentImport.isUnreadable(error) {
            return refused("The feed cannot be read: \(error).")
        }
        return refused(
            "The feed has no comments; a feed of posts belongs to 'moderato threads import' or the setting threads.feed."
        )
    }

    enum Item: Sendable {
        case item(RawItem)
        /// An entry that is no comment.
        case skipped(index: Int, reason: String)
    }

    /// The next comments, at most `limit`; none at the end.
    mutating func next(limit: Int) throws -> [Item] {
        var items: [Item] = []
        while items.isEmpty {
            let records = try source.next(limit: limit)
            guard !records.isEmpty else { break }
            for record in records {
                switch record {
                case .post: continue
                case .comment(let comment): items.append(.item(RawItem(index: index, content: comment.submission)))
                case .skipped(let id, let reason):
                    let name = id.map { " \($0.shortened(to: 60))" } ?? ""
                    items.append(.skipped(index: index, reason: "The feed's entry\(name) is left out: \(reason)."))
                }
                index += 1
            }
        }
        return items
    }

    /// Goes on where an earlier reading of the same bytes stopped.
    mutating func seek(to index: Int) throws {
        while self.index < index, try !next(limit: min(512, index - self.index)).isEmpty {}
    }
}
