import Comments
import Foundation
import Testing

@testable import Intake

@Suite("The documentation of submissions")
struct SubmissionDocumentationTests {
    private static let page = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../Documentation/Submissions.md")

    @Test("it names every field and every problem that there is")
    func complete() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        for name in SubmissionName.allCases { #expect(text.contains("`\(name.spelling)`")) }
        for code in Problem.Code.allCases { #expect(text.contains("`\(code.rawValue)`")) }
    }

    @Test("its example is a comment")
    func example() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let json = try #require(text.components(separatedBy: "<<'JSON'\n").last?.components(separatedBy: "JSON").first)
        #expect(Decoding().json(json).decoded?.author.name == "Ada")
    }
}
