import Text

extension Heuristic {
    static let scriptedAgent = Heuristic(
        symbol: "scripted_agent",
        sentence: "The user agent is a program's and not a browser's.",
        defaultWeight: 1_000_000,
        test: .comment { evidence in
            guard let agent = evidence.sample.userAgent else { return nil }
            return program(in: agent).map { "sent by a program (\($0))" }
        }
    )

    /// The program that one of the agent's words begins with.
    private static func program(in agent: String) -> StaticString? {
        var agent = agent
        let begins = beginnings
        return agent.withUTF8 { agent in
            // 0x80 where a letter stands before the eight bytes.
            var carried: UInt64 = 0
            for index in stride(from: 0, to: agent.count, by: 8) {
                let letters = agent.word(at: index).letterMarks
                var words = letters & ~(letters << 8 | carried)
                carried = letters >> 56
                while words != 0 {
                    let start = index + words.trailingZeroBitCount / 8
                    words &= words - 1
                    if start + 1 < agent.count, begins[place(agent[start], agent[start + 1])],
                        let found = programs.first(where: { starts(agent, start, with: $0) })
                    {
                        return found
                    }
                }
            }
            return nil
        }
    }

    private static func starts(_ agent: UnsafeBufferPointer<UInt8>, _ start: Int, with program: StaticString) -> Bool {
        guard program.utf8Start[0] == agent[start] | 0x20, start + program.utf8CodeUnitCount <= agent.count else {
            return false
        }
        return (1..<program.utf8CodeUnitCount).allSatisfy {
            agent[start + $0].asciiLowercased == program.utf8Start[$0]
        }
    }

    /// Whether a program begins with two bytes, by their low five bits.
    private static let beginnings: [Bool] = {
        var begins = [Bool](repeating: false, count: 1024)
        for program in programs { begins[place(program.utf8Start[0], program.utf8Start[1])] = true }
        return begins
    }()

    private static func place(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

    private static let programs: [StaticString] = [
        "curl", "wget", "python", "libwww", "java/", "okhttp", "go-http-client", "httpclient", "perl", "php", "ruby",
        "node-fetch", "axios", "scrapy", "xrumer", "headless", "phantomjs", "msie 6.0", "aiohttp",
    ]
}
