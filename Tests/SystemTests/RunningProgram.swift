import Foundation

/// What a program that ended gave.
struct Outcome {
    /// The exit code; minus the signal's number where one ended it.
    let status: Int32
    let output: String
    let errors: String

    var everything: String { output + errors }
}

/// A program while it runs.
struct RunningProgram {
    let process = Process()
    private let place: URL

    init(
        _ command: [String],
        input: Data? = nil,
        environment: [String: String] = [:],
        in directory: URL
    ) throws {
        place = directory.appendingPathComponent("output-\(UUID())")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        func file(_ name: String, _ contents: Data = Data()) throws -> URL {
            let url = place.appendingPathComponent(name)
            try contents.write(to: url)
            return url
        }
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin", "LC_ALL": "C.UTF-8"]
            .merging(environment) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: file("in", input ?? Data()))
        process.standardOutput = try FileHandle(forWritingTo: file("out"))
        process.standardError = try FileHandle(forWritingTo: file("err"))
        try process.run()
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func wait() -> Outcome {
        process.waitUntilExit()
        let status = process.terminationStatus
        return Outcome(
            status: process.terminationReason == .exit ? status : -status,
            output: text("out"),
            errors: text("err")
        )
    }

    func text(_ name: String) -> String {
        String(decoding: (try? Data(contentsOf: place.appendingPathComponent(name))) ?? Data(), as: UTF8.self)
    }
}
