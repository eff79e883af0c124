import Foundation

/// The binary as it was built beside these tests, or the one that `MODERATO_BINARY` names.
enum Moderato {
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["MODERATO_BINARY"] { return path }
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "."
        return URL(fileURLWithPath: executable).deletingLastPathComponent().appendingPathComponent("moderato").path
    }()

    /// Starts the binary; its output goes to files in `directory`, so that no full pipe can stop it.
    /// - Parameters:
    ///   - through: a command that starts it, such as `taskset`, with that command's own arguments.
    static func start(
        _ arguments: [String],
        input: Data? = nil,
        environment: [String: String] = [:],
        through: [String] = [],
        in directory: URL
    ) throws -> RunningProgram {
        try RunningProgram(through + [path] + arguments, input: input, environment: environment, in: directory)
    }
}
