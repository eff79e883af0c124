import Comments

/// A row of `threads`.
struct ThreadRow {
    let number: Int64
    var record: ThreadRecord
    let shown: Int
    let roots: Int

    static let columns =
        "id, canonical, url, slug, title, publishedAt, authorName, authorEmail, isClosed, isListed, shown, roots"

    init(_ row: borrowing Row) {
        number = row.integer(0)
        record = ThreadRecord(
            address: ThreadAddress(canonical: row.text(1), url: row.text(2)),
            slug: row.text(3),
            title: row.optionalText(4),
            publishedAt: row.time(5),
            authorName: row.optionalText(6),
            authorEmail: row.optionalText(7),
            isClosed: row.flag(8),
            isListed: row.flag(9)
        )
        shown = row.int(10)
        roots = row.int(11)
    }

    init(number: Int64, record: ThreadRecord) {
        self.number = number
        self.record = record
        shown = 0
        roots = 0
    }
}
