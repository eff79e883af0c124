import Foundation
import Testing

@testable import Spam

@Suite("A file for training")
struct LabelledFileTests {
    private func read(_ text: String) throws -> [LabelledSample] {
        let directory = try TemporaryDirectory()
        try text.write(toFile: directory.file("lines"), atomically: true, encoding: .utf8)
        var lines: [LabelledSample] = []
        try LabelledFile(directory.file("lines")).read { lines.append($0) }
        return lines
    }

    @Test("is read line by line, whatever its names for text and author")
    func lines() throws {
        let lines = try read(
            """
            {"text":"one","label":"spam"}

            {"id":"b","body":"two","name":"Ann","email":"a@b.c","label":"ham","other":[1,{"x":null}]}
            {"id":"c","op":"score","text":"three","author":"Bob"}
            {"id":"c","op":"learn","text":"three","label":"spam"}
            """
        )
        #expect(lines.map(\.id) == ["1", "b", "c", "c"])
        #expect(lines.map(\.isSpam) == [true, false, nil, true])
        #expect(lines.map(\.act) == [nil, nil, .score, .learn])
        #expect(lines.map(\.sample.name) == ["", "Ann", "Bob", ""])
    }

    @Test(
        "says which line cannot be read, and why",
        arguments: [
            ("{\"text\":\"a\"}\n{\"id\":\"x\"}", ":2: has neither"), ("nonsense", ":1:"),
            ("{\"text\":\"a\",\"label\":\"eggs\"}", "'eggs'"), ("{\"text\":\"a\",\"op\":\"delete\"}", "'delete'"),
            ("{\"text\":\"a\",\"op\":\"learn\"}", "no label"), ("[1]", ":1:"),
            ("{\"text\":\"" + String(repeating: "x", count: 1_200_000) + "\"}", "longer"),
        ]
    )
    func failures(text: String, message: String) {
        let error = #expect(throws: LabelledFile.Failure.self) { try read(text) }
        #expect("\(error.map { "\($0)" } ?? "")".contains(message))
    }

    @Test("that is not there is an error of the system")
    func missing() {
        #expect(throws: LabelledFile.Failure.self) { try LabelledFile("/nonexistent/x").read { _ in } }
    }
}
