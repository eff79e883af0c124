import Foundation
import Testing

@testable import Spam

@Suite("A model file")
struct ModelFileTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.file("spam.model") }

    init() throws { directory = try TemporaryDirectory() }

    private func change(_ body: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        body(&data)
        try data.write(to: URL(fileURLWithPath: path))
    }

    @Test("gives back the model to the bit, and goes on learning")
    func reopened() throws {
        var model = Fixtures.model()
        try model.save(path)
        var opened = try #require(try Model.open(path))
        #expect(opened.state == model.state)
        let features = Fixtures.features("Buy more watches")
        opened.learn(features, isSpam: true)
        model.learn(features, isSpam: true)
        #expect(opened.state == model.state)
        #expect(try #require(try Model.open(path)).state != model.state)
        try opened.save(path)
        #expect(try #require(try Model.open(path)).state == model.state)
    }

    @Test("that is not there is no model")
    func missing() throws {
        #expect(try Model.open(path) == nil)
    }

    @Test("that was replaced stays readable for who opened it before")
    func replaced() throws {
        let first = Fixtures.model(rounds: 1)
        try first.save(path)
        let opened = try #require(try Model.open(path))
        try Fixtures.model().save(path)
        #expect(opened.state == first.state)
    }

    @Test("with a changed byte is refused, wherever it is", arguments: [16, 40, 60, 85, 90, 4096, 70_001, 4_198_399])
    func corrupt(offset: Int) throws {
        try Fixtures.model().save(path)
        try change { $0[offset] ^= 0x10 }
        #expect(throws: ModelError.corrupt(path: path)) { try Model.open(path) }
    }

    @Test("that is too short or too long is refused", arguments: [50, 4095, 4096, 1_000_000, ModelFile.size - 1])
    func truncated(size: Int) throws {
        try Fixtures.model().save(path)
        try change { $0 = $0.prefix(size) }
        #expect(throws: ModelError.self) { try Model.open(path) }
        try Fixtures.model().save(path)
        try change { $0.append(0) }
        #expect(throws: ModelError.truncated(path: path, size: ModelFile.size + 1, expected: ModelFile.size)) {
            try Model.open(path)
        }
    }

    @Test("of another format says which, and what to do")
    func formats() throws {
        try Fixtures.model().save(path)
        try change { $0[8] = 0 }
        #expect(throws: ModelError.olderFormat(path: path, found: 0)) { try Model.open(path) }
        try change { $0[8] = 9 }
        #expect(throws: ModelError.newerFormat(path: path, found: 9)) { try Model.open(path) }
        #expect("\(ModelError.newerFormat(path: path, found: 9))".contains("newer"))
        #expect("\(ModelError.olderFormat(path: path, found: 0))".contains("--rebuild"))
    }

    @Test("that is something else is refused", arguments: ["", "x", String(repeating: "hello ", count: 900_000)])
    func other(text: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: ModelError.notAModel(path: path)) { try Model.open(path) }
    }

    @Test("is a directory: an error of the system")
    func isDirectory() throws {
        #expect(throws: ModelError.self) { try Model.open(directory.path) }
    }

    @Test("that cannot be written leaves nothing behind")
    func unwritable() throws {
        #expect(throws: ModelError.self) { try Fixtures.model().save(directory.file("none/spam.model")) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: ModelError.self) { try Fixtures.model().save(path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["spam.model"])
    }

    @Test("is readable by its owner alone")
    func mode() throws {
        try Fixtures.model().save(path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}
