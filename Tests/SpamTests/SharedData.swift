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

    /// A model that has learnt the other sets together.
    static func model(without set: String) throws -> Model { try models.get()[set] ?? Model() }

    /// Made once, for it takes a while.
    private static let models = Result {
        try Dictionary(
            uniqueKeysWithValues: sets.map { set in
                var model = Model()
                let others = sets.filter { $0 != set }.map { spam.appendingPathComponent("youtube-\($0).jsonl").path }
                try TrainingFiles(others).teach { model.learn($0) }
                return (set, model)
            }
        )
    }

    private static func lines(_ name: String) throws -> [LabelledSample] {
        var lines: [LabelledSample] = []
        try LabelledFile(spam.appendingPathComponent(name).path).read { lines.append($0) }
        return lines
    }
}
