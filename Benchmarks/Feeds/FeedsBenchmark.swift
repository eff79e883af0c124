import Comments
import Feeds
import Glibc

/// Reads a small feed and writes one of 50 items in this process, which the times of `moderato feed read` don't tell.
@main
struct FeedsBenchmark {
    static func main() throws {
        let document = FeedDocument(
            id: "tag:blog.example,2026:comments",
            title: "Comments on a blog",
            link: "https://blog.example/",
            selfLink: "https://blog.example/comments.atom",
            updated: start,
            items: (0..<50).map(item)
        )
        for format in FeedFormat.allCases {
            report("write 50 items as \(format)", runs: 500) { _ = document.write(as: format) }
        }
        var small = document
        small.items = Array(document.items.prefix(10))
        for format in FeedFormat.allCases {
            let bytes = small.write(as: format)
            try report("read 10 items of \(format), \(bytes.count) bytes", runs: 2000) {
                _ = try FeedReader.read(bytes)
            }
        }
    }

    private static let start = Timestamp(seconds: 1_770_000_000)

    private static func item(_ number: Int) -> FeedItem {
        let text =
            "It was a <em>dark</em> &amp; stormy night; the rain fell in torrents, “except” at occasional intervals."
        return FeedItem(
            id: "tag:blog.example,2026:\(number)",
            title: "Comment on A Night by Reader \(number)",
            link: "https://blog.example/night/#comment-\(number)",
            authorName: "Reader \(number)",
            published: start.adding(seconds: Int64(-number * 3600)),
            updated: start.adding(seconds: Int64(-number * 3600)),
            content: "<p>\(text)</p><p><a href=\"https://reader.example/\(number)\">\(text)</a></p>",
            summary: "It was a dark & stormy night; the rain fell in torrents"
        )
    }

    /// Prints the processor time of the first run, which makes the tables, and of one of the rest.
    private static func report(_ name: String, runs: Int, _ body: () throws -> Void) rethrows {
        let start = microseconds()
        try body()
        let first = microseconds()
        for _ in 0..<runs { try body() }
        print("\(name): first \(first - start) us, then \((microseconds() - first) / runs) us")
    }

    /// The processor time of this process.
    private static func microseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }
}
