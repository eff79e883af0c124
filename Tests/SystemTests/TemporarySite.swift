import Foundation
import Testing

/// A site of its own for one test, gone with it.
final class TemporarySite {
    let root: URL
    private let base: URL
    /// What programs print goes here, so that a site's full disk doesn't swallow it.
    private let outputs = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
        "moderato-output-\(UUID())"
    )
    private var moment: TimeInterval = 1_760_000_000

    /// Settings that let everybody's comments through, as fast as tests write them.
    static let openSettings = """
        site:
          title: A test's site
          url: https://blog.example/
          moderators: [desk@blog.example]
        moderation:
          previouslyApproved: false
        flood:
          interval: 0s

        """

    /// - Parameters:
    ///   - settings: added to the open settings.
    ///   - base: where to make it, such as on a small disk; a temporary directory by default.
    init(_ settings: String = "", at base: URL? = nil) throws {
        self.base =
            base ?? URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("moderato-test-\(UUID())")
        root = self.base.appendingPathComponent("site")
        try FileManager.default.createDirectory(at: self.base, withIntermediateDirectories: true)
        let laidOut = try run("init", root.path)
        try #require(laidOut.status == 0, "\(laidOut.errors)")
        // The starter rules have tests of their own.
        for folder in ["Rules", "Rules/tests"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: path(folder)) where name.hasSuffix(".yaml")
            {
                try FileManager.default.removeItem(atPath: path(folder + "/" + name))
            }
        }
        for list in ["moderate", "block"] { try write("", to: "Rules/words/\(list).txt") }
        try configure(settings)
    }

    deinit {
        for place in [base, outputs] { try? FileManager.default.removeItem(at: place) }
    }

    func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }
    func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

    func configure(_ settings: String) throws {
        try write(Self.openSettings + settings, to: "moderato.yaml")
    }

    func write(_ text: String, to relative: String) throws {
        let url = URL(fileURLWithPath: path(relative))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    func read(_ relative: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(relative))), as: UTF8.self)
    }

    // MARK: Commands

    /// Runs a command; `--site` is added to all but those that need none.
    @discardableResult
    func run(
        _ arguments: String...,
        input: String? = nil,
        environment: [String: String] = [:],
        through: [String] = []
    ) throws -> Outcome {
        try start(arguments, input: input, environment: environment, through: through).wait()
    }

    func start(
        _ arguments: [String],
        input: String? = nil,
        environment: [String: String] = [:],
        through: [String] = []
    ) throws -> RunningProgram {
        let needsSite = !["init", "markup", "feed"].contains(arguments[0]) && !arguments[0].hasPrefix("-")
        return try Moderato.start(
            arguments + (needsSite ? ["--site", root.path] : []),
            input: input.map { Data($0.utf8) },
            environment: environment,
            through: through,
            in: outputs
        )
    }

    /// Drains the inbox; anything but success is the test's failure.
    @discardableResult
    func drain(environment: [String: String] = [:], through: [String] = []) throws -> Summary {
        let outcome = try run("run", "--json", environment: environment, through: through)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try decode(Summary.self, outcome.output)
    }

    func rows(_ arguments: String...) throws -> [Row] {
        let outcome = try start(["list", "--json"] + arguments).wait()
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try decodeLines(Row.self, outcome.output)
    }

    func row(sender: String) throws -> Row {
        try #require(try rows().first { $0.senderId == sender }, "no row of \(sender)")
    }

    /// Fails the test, with the list, unless the outbox is what the ledger says.
    func verifyOutbox(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let outcome = try run("outbox", "verify")
        #expect(outcome.status == 0, "\(outcome.everything)", sourceLocation: sourceLocation)
    }

    // MARK: Inbox

    /// Drops a delivery whole. Each is a second older than the next, and all are old enough to be complete.
    func drop(_ name: String, _ contents: Data) throws {
        moment += 1
        let hidden = path("Inbox/.dropping")
        try contents.write(to: URL(fileURLWithPath: hidden))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: moment)],
            ofItemAtPath: hidden
        )
        guard rename(hidden, path("Inbox/" + name)) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    func drop(_ name: String, _ text: String) throws { try drop(name, Data(text.utf8)) }

    /// Drops one comment; `id` names the file too.
    func drop(_ id: String, _ fields: [String: Any] = [:]) throws {
        try drop(id + ".json", Self.comment(id, fields))
    }

    /// A valid comment as JSON, `fields` over its own.
    static func comment(_ id: String, _ fields: [String: Any] = [:]) throws -> Data {
        let own: [String: Any] = [
            "id": id, "thread": "2025/post", "name": "Ada \(id)", "email": "\(id)@readers.example",
            "body": "What \(id) says.",
        ]
        return try JSONSerialization.data(
            withJSONObject: own.merging(fields) { _, new in new },
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
    }

    static func lines(_ comments: [Data]) -> Data { comments.reduce(Data()) { $0 + $1 + [0x0A] } }

    // MARK: Files

    /// Every regular file below a place of the site, by its relative path.
    func files(_ place: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        let start = URL(fileURLWithPath: path(place))
        for case let name as String in try #require(FileManager.default.enumerator(atPath: start.path)) {
            let url = start.appendingPathComponent(name)
            let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
            if type == .typeRegular { found[name] = try Data(contentsOf: url) }
        }
        return found
    }

    func inbox() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path("Inbox")).sorted() }

    /// Names that only an unfinished write leaves, anywhere in the site.
    func temporaryFiles() throws -> [String] {
        var found: [String] = []
        for place in ["Inbox", "Outbox", "State"] {
            for name in try files(place).keys {
                let last = name.split(separator: "/").last ?? ""
                if last.hasPrefix(".") || last.hasSuffix(".tmp") || last.hasSuffix(".part")
                    || name.hasPrefix("mail/tmp/")
                {
                    found.append("\(place)/\(name)")
                }
            }
        }
        return found.sorted()
    }

    /// An object of a JSON file in the outbox.
    func object(_ relative: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path(relative))))
        return try #require(value as? [String: Any])
    }
}
