import Foundation

@testable import Spam

/// The development sets beside the repository, where they are.
enum SharedData {
    static let spam = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/spam")

    static let sets = ["psy", "katyperry", "lmfao"]

    static let isThere: Bool = {
        let isThere = FileManager.default.fileExists(atPath: spam.path)
        if !isThere { print("skipped what needs the comments of \(spam.path), which is not there") }
        return isThere
    }()

    static func comments(_ set: String) throws -> [LabelledSample] { try lines("youtube-\(set).jsonl") }

    static func stream(_ name: String) throws -> [LabelledSample] { try lines("streams/\(name).jsonl") }

    /// The comments of some sets in order of time.
    static func dated(_ sets: [String]) throws -> [LabelledSample] {
        var dated: [(date: String, sample: LabelledSample)] = []
        for set in sets {
            let text = try String(contentsOf: spam.appendingPathComponent("youtube-\(set).jsonl"), encoding: .utf8)
            let dates = text.split(separator: "\n").map { line in
                String(line.split(separator: "\"date\": \"", maxSplits: 1)[1].prefix { $0 != "\"" })
            }
            dated += zip(dates, try comments(set)).map { ($0, $1) }
        }
        return dated.sorted { $0.date < $1.date }.map(\.sample)
    }

    private static func lines(_ name: String) throws -> [LabelledSample] {
        var lines: [LabelledSample] = []
        try LabelledFile(spam.appendingPathComponent(name).path).read { lines.append($0) }
        return lines
    }
}
