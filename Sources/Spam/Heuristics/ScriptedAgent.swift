import Text

extension Heuristic {
    static let scriptedAgent = Heuristic(
        symbol: "scripted_agent",
        sentence: "The user agent is a program's and not a browser's.",
        defaultWeight: 1_000_000,
        test: .comment { evidence in
            guard let agent = evidence.sample.userAgent?.asciiLowercased, !agent.isEmpty else { return nil }
            return agents.first { agent.containsBytes(of: $0) }.map { "sent by a program (\($0))" }
        }
    )

    private static let agents = [
        "curl", "wget", "python", "libwww", "java/", "okhttp", "go-http-client", "httpclient", "perl", "php", "ruby",
        "node-fetch", "axios", "scrapy", "xrumer", "headless", "phantomjs", "msie 6.0", "aiohttp",
    ]
}
