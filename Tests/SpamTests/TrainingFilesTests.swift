import Foundation
import Testing

@testable import Spam

@Suite("Files for training")
struct TrainingFilesTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func write(_ lines: [String], to name: String) throws -> String {
        try lines.map { $0 + "\n" }.joined().write(toFile: directory.file(name), atomically: true, encoding: .utf8)
        return directory.file(name)
    }

    private func line(_ number: Int) -> String {
        "{\"text\":\"comment number \(number) of many\",\"label\":\"\(number % 3 == 0 ? "spam" : "ham")\"}"
    }

    private func batches(_ paths: [String]) throws -> [[Example]] {
        var batches: [[Example]] = []
        try TrainingFiles(paths).teach { batches.append($0) }
        return batches
    }

    @Test("are one batch, the same for every order of files and lines")
    func order() throws {
        let lines = (0..<40).map(line)
        let whole = try batches([try write(lines, to: "whole")])
        #expect(whole.count == 1)
        let first = try write(Array(lines[..<10]), to: "first")
        let rest = try write(Array(lines[10...].reversed()), to: "rest")
        #expect(try batches([first, rest]) == whole)
        #expect(try batches([rest, first]) == whole)
    }

    @Test("tell how many lines have no label, and pass them over")
    func unlabelled() throws {
        let path = try write([line(1), "", "{\"text\":\"no label\"}", line(2)], to: "lines")
        let files = try TrainingFiles([path])
        #expect(files.unlabelled == 1)
        #expect(try batches([path]).map(\.count) == [2])
        #expect(try batches([try write([], to: "empty")]) == [[]])
    }

    @Test("of more comments than are learnt together give them one by one, mixed")
    func many() throws {
        let count = 300
        let spamFirst = (0..<count).map { line($0 < count / 3 ? 3 * $0 : 3 * $0 + 1) }
        let path = try write(spamFirst, to: "many")
        var labels: [Bool] = []
        try TrainingFiles([path], mostTogether: count - 1).teach { examples in
            labels.append(examples[0].isSpam)
            #expect(examples.count == 1)
        }
        #expect(labels.count == count)
        #expect(labels.count { $0 } == count / 3)
        #expect((30...70).contains(labels.prefix(count / 2).count { $0 }))
        #expect(try batches([path]).map(\.count) == [count])
    }

    @Test("of so many comments must be there to be read twice")
    func pipe() throws {
        let path = directory.file("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let lines = (0..<9).map(line)
        let text = lines.map { $0 + "\n" }.joined()
        Thread.detachNewThread {
            guard let pipe = fopen(path, "w") else { return }
            fputs(text, pipe)
            fclose(pipe)
        }
        #expect(throws: LabelledFile.Failure.self) { try TrainingFiles([path], mostTogether: 3) }
    }

    @Test("a line that cannot be read teaches nothing")
    func broken() throws {
        let path = try write([line(1), "{broken"], to: "broken")
        #expect(throws: LabelledFile.Failure.self) { try batches([path]) }
    }
}
