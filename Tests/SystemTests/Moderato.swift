import Foundation
import Testing

/// What a run of the binary gave.
struct Outcome {
    /// The exit code; minus the signal's number where one ended it.
    let status: Int32
    let output: String
    let errors: String

    var everything: String { output + errors }
}

/// The binary as it was built beside these tests, or the one that `MODERATO_BINARY` names.
enum Moderato {
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["MODERATO_BINARY"] { return path }
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "."
        return URL(fileURLWithPath: executable).deletingLastPathComponent().appendingPathComponent("moderato").path
    }()

    /// Starts the binary; its output goes to files in `directory`, so that no full pipe can stop it.
    static func start(
        _ arguments: [String],
        input: Data? = nil,
        environment: [String: String] = [:],
        through: [String] = [],
        in directory: URL
    ) throws -> RunningModerato {
        let place = directory.appendingPathComponent("output-\(UUID())")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        func file(_ name: String, _ contents: Data = Data()) throws -> URL {
            let url = place.appendingPathComponent(name)
            try contents.write(to: url)
            return url
        }
        let command = through + [path] + arguments
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin", "LC_ALL": "C.UTF-8"]
            .merging(environment) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: file("in", input ?? Data()))
        process.standardOutput = try FileHandle(forWritingTo: file("out"))
        process.standardError = try FileHandle(forWritingTo: file("err"))
        try process.run()
        return RunningModerato(process: process, place: place)
    }
}

/// The binary while it runs.
struct RunningModerato {
    let process: Process
    let place: URL

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
