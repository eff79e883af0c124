import Comments
import Feeds

/// Measures what one feed costs inside the process: writing fifty comments, reading a small feed. Prints the median of many rounds in
/// microseconds.
@main
struct FeedsBenchmark {
    private static let rounds = 2000

    static func main() throws {
        let document = Self.document(items: 50)
        for format in FeedFormat.allCases {
            let bytes = document.write(as: format)
            let time = median { _ = document.write(as: format) }
            print("write \(format.rawValue), 50 items, \(bytes.count) bytes: \(time) µs")
        }
        let small = Self.document(items: 5)
        for format in FeedFormat.allCases {
            let bytes = small.write(as: format)
            let count = try FeedReader.read(bytes).entries.count
            let time = median { _ = try? FeedReader.read(bytes) }
            print("read \(format.rawValue), \(count) items, \(bytes.count) bytes: \(time) µs")
        }
    }

    private static func median(_ body: () -> Void) -> Double {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<rounds {
            let time = clock.measure(body)
            times.append(Double(time.components.attoseconds) / 1e12)
        }
        times.sort()
        return (times[times.count / 2] * 10).rounded() / 10
    }

    /// Comments of four hundred bytes, as a site's feed has them.
    private static func document(items count: Int) -> FeedDocument {
        let time = Timestamp(seconds: 1_767_225_600)
        let sentence = "The harbour's old crane & its <em>keeper</em> are gone — who remembers the name? "
        let items = (0..<count).map { number in
            FeedItem(
                id: "tag:blog.example,2026-01-01:01KDV\(number)",
                title: "Comment on The harbour by Zoë \(number)",
                link: "https://blog.example/2026/harbour/#comment-01KDV\(number)",
                authorName: "Zoë \(number)",
                authorLink: "https://zoe.example/",
                published: time.adding(seconds: Int64(number)),
                updated: time.adding(seconds: Int64(number)),
                content: "<p>" + String(repeating: sentence, count: 5) + "</p>",
                summary: String(repeating: sentence, count: 3),
                inReplyTo: FeedItem.Reply(
                    ref: "tag:blog.example,2026-01-01:0",
                    href: "https://blog.example/2026/harbour/"
                ),
                commentCount: number % 3,
                commentFeed: "https://blog.example/feeds/threads/2026/harbour.rss"
            )
        }
        return FeedDocument(
            id: "https://blog.example/feeds/comments",
            title: "Comments for Harbour Libraries",
            link: "https://blog.example/",
            selfLink: "https://blog.example/feeds/comments.rss",
            language: "en",
            updated: time,
            generator: FeedDocument.Generator(name: "Moderato"),
            items: items
        )
    }
}
