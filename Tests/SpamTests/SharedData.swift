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

    /// The same comments with dates, as they were collected, and cleaned without.
    enum Form: String, Sendable {
        case dated = "youtube-"
        case cleaned = "streams/"
    }

    private static func file(_ set: String, _ form: Form) -> String {
        spam.appendingPathComponent("\(form.rawValue)\(set).jsonl").path
    }

    static func comments(_ set: String, _ form: Form) throws -> [LabelledSample] {
        try lines("\(form.rawValue)\(set).jsonl")
    }

    static func stream(_ name: String) throws -> [LabelledSample] { try lines("streams/\(name).jsonl") }

    /// A model that has learnt some sets together.
    static func model(_ sets: [String], _ form: Form) throws -> Model {
        var model = Model()
        try TrainingFiles(sets.map { file($0, form) }).teach { model.learn($0) }
        return model
    }

    private static func lines(_ name: String) throws -> [LabelledSample] {
        var lines: [LabelledSample] = []
        try LabelledFile(spam.appendingPathComponent(name).path).read { lines.append($0) }
        return lines
    }
}
