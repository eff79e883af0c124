import Foundation

/// Lets a person change a text in `$VISUAL` or `$EDITOR`.
enum Editor {
    static func edit(_ text: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("moderato-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("comment.txt")
        try text.write(to: file, atomically: false, encoding: .utf8)
        let environment = ProcessInfo.processInfo.environment
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec \(editor) \"$1\"", "sh", file.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure.data("the editor ended with an error; nothing is changed")
        }
        return try String(contentsOf: file, encoding: .utf8)
    }
}
