import Foundation

/// A row of `list --json` and `show --json`.
struct Row: Decodable {
    struct Finding: Decodable {
        let symbol: String
        let weight: Double?
        let note: String?
    }

    struct Problem: Decodable {
        let code: String
        let field: String?
        let message: String
    }

    let id: String
    let senderId: String?
    let delivery: String?
    let thread: String?
    let parent: String?
    let name: String?
    let website: String?
    let verdict: String
    let score: Double?
    let findings: [Finding]?
    let problems: [Problem]?
    let submittedAt: String?
    let decidedAt: String?
    let decidedBy: String?
    let email: String?
    let ip: String?
    let userAgent: String?

    var symbols: [String] { (findings ?? []).map(\.symbol) }
    var codes: [String] { (problems ?? []).map(\.code) }
}

/// What `run --json` prints.
struct Summary: Decodable {
    let deliveries: Int
    let comments: Int
    let approved: Int
    let held: Int
    let spam: Int
    let trashed: Int
    let rejected: Int
    let redelivered: Int
    let actions: Int
    let waiting: Int
    let seconds: Double
}

func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
}

/// An object a line.
func decodeLines<Value: Decodable>(_ type: Value.Type, _ lines: String) throws -> [Value] {
    try lines.split(separator: "\n").map { try decode(type, String($0)) }
}
