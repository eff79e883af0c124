// Writes seeded comments like a busy blog's, for the benchmarks on a machine without the shared generator.
// The same count gives the same bytes.
//
// usage: GenerateComments COUNT DIRECTORY [--no-files]
//   DIRECTORY/comments.ndjson           the comments, one a line
//   DIRECTORY/inbox/NNNNNNNN.json       the same, one a file
//   DIRECTORY/rules/moderation_keys.txt (500 lines), disallowed_keys.txt (1,000), regexes.txt (200)
import Foundation

struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

struct Comment: Encodable {
    var id: String
    var post_url: String
    var post_title: String
    var parent_id: String?
    var author: String
    var email: String
    var url: String
    var ip: String
    var user_agent: String
    var submitted_at: String
    var body: String
}

struct Generator {
    var random = SplitMix64(state: 7)
    let syllables = "ba be bo da de do fa fi ga go ka ke la le li ma me mi na no pa ra re ro sa se si ta te ti va vo"
        .split(separator: " ")
    var words: [String] = []
    var bait: [String] = []
    var hosts: [String] = []

    init() {
        words = (0..<6000).map { _ in invented(1...4) }
        bait = (0..<80).map { _ in invented(3...4) + "x" }
        hosts = (0..<600).map { _ in "\(pick(bait))-\(Int.random(in: 1...999, using: &random)).test" }
    }

    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    mutating func invented(_ length: ClosedRange<Int>) -> String {
        (0..<Int.random(in: length, using: &random)).map { _ in String(pick(syllables)) }.joined()
    }

    /// Common words far more often than rare ones, as in real text.
    mutating func word() -> String {
        words[Int(pow(Double(words.count), Double.random(in: 0..<1, using: &random))) - 1]
    }

    mutating func sentence() -> String {
        let text = (0..<Int.random(in: 3...18, using: &random)).map { _ in word() }.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst() + pick([".", ".", ".", "!", "?"])
    }

    mutating func body(spam: Bool) -> String {
        let length = Int(min(1500, max(20, exp(5.45 + 0.85 * gaussian()))))
        var text = ""
        while text.utf8.count < length {
            if !text.isEmpty { text += chance(0.08) ? "\n\n" : " " }
            let bit = Double.random(in: 0..<1, using: &random)
            if spam && bit < 0.25 {
                text += "http://\(pick(hosts))/\(word())"
            } else if spam && bit < 0.33 {
                text += "<a href=\"http://\(pick(hosts))/\">\(pick(bait)) \(pick(bait))</a>"
            } else if spam && bit < 0.6 {
                text += "\(pick(bait)) \(pick(bait)) now!"
            } else {
                text += sentence()
            }
        }
        if !spam && chance(0.06) { text += " https://blog.example/\(word())" }
        return text
    }

    private mutating func gaussian() -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
}

let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[1]) else {
    print("usage: GenerateComments COUNT DIRECTORY [--no-files]")
    exit(64)
}
let directory = URL(fileURLWithPath: arguments[2])
let writesFiles = !arguments.contains("--no-files")
for name in ["rules"] + (writesFiles ? ["inbox"] : []) {
    try FileManager.default.createDirectory(
        at: directory.appendingPathComponent(name),
        withIntermediateDirectories: true
    )
}

var generator = Generator()
var keys = Set<String>()
while keys.count < 1500 {
    keys.insert(
        generator.chance(0.3)
            ? generator.pick(generator.hosts) : "\(generator.pick(generator.bait)) \(generator.invented(1...3))"
    )
}
let sorted = keys.sorted()
for (name, lines) in [("moderation_keys", sorted.prefix(500)), ("disallowed_keys", sorted.dropFirst(500))] {
    try (lines.joined(separator: "\n") + "\n").write(
        to: directory.appendingPathComponent("rules/\(name).txt"),
        atomically: false,
        encoding: .utf8
    )
}

let expressions = (0..<200).map { _ in #"\b\#(generator.pick(generator.bait))\s+(?:\w+\s+){0,3}now\b"# }
try (expressions.joined(separator: "\n") + "\n").write(
    to: directory.appendingPathComponent("rules/regexes.txt"),
    atomically: false,
    encoding: .utf8
)

let encoder = JSONEncoder()
encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
let dates = ISO8601DateFormatter()
var moment = Date(timeIntervalSince1970: 1_735_689_600)
let people = (0..<max(50, count / 4)).map { number in
    let name = generator.invented(2...3).capitalized
    return (
        name: name, email: "\(name.lowercased())\(number)@readers.example",
        ip: "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
    )
}
let posts = (1...200).map {
    (url: "https://blog.example/2024/\(generator.invented(3...4))-\($0)/", title: generator.sentence())
}
var answered: [String: [String]] = [:]
let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"

try Data().write(to: directory.appendingPathComponent("comments.ndjson"))
let stream = try FileHandle(forWritingTo: directory.appendingPathComponent("comments.ndjson"))
for number in 1...count {
    moment += Double.random(in: 1...79, using: &generator.random)
    let post = generator.pick(posts)
    let person = generator.pick(people)
    let isSpam = generator.chance(0.35)
    let earlier = answered[post.url, default: []]
    let id = "c\(number)"
    let comment = Comment(
        id: id,
        post_url: post.url,
        post_title: post.title,
        parent_id: !isSpam && !earlier.isEmpty && generator.chance(0.35)
            ? generator.pick(Array(earlier.suffix(40))) : nil,
        author: isSpam ? generator.pick(generator.bait) : person.name,
        email: person.email,
        url: isSpam ? "http://\(generator.pick(generator.hosts))/" : "",
        ip: person.ip,
        user_agent: agent,
        submitted_at: dates.string(from: moment),
        body: generator.body(spam: isSpam)
    )
    if !isSpam { answered[post.url, default: []].append(id) }
    let line = try encoder.encode(comment)
    try stream.write(contentsOf: line + [0x0A])
    if writesFiles {
        let name = String(repeating: "0", count: 8 - String(number).count) + "\(number).json"
        try (line + [0x0A]).write(to: directory.appendingPathComponent("inbox/" + name))
    }
}
try stream.close()
