import ArgumentParser
import Comments
@preconcurrency import Glibc
import JSON
import Markup

struct MarkupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markup",
        abstract: "Shows what becomes of bodies.",
        subcommands: [CleanCommand.self]
    )
}

struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Cleans bodies: {\"id\",\"payload\"} lines in, {\"id\",\"payload\",\"output\"} lines out.",
        discussion: """
            Reads standard input line by line and needs no site. A line that cannot be read is reported by number; the others \
            are cleaned, and the exit code is 65.
            """
    )

    @Option(help: "How the bodies are to be read: auto, text, html or markdown.")
    var format = BodyFormat.auto

    func run() throws {
        let lines = CleanedLines(cleaner: MarkupCleaner(MarkupOptions(format: format)))
        var number = 0
        var unread = 0
        while let line = readLine() {
            number += 1
            if line.isEmpty { continue }
            do {
                print(try lines.cleaned(line))
            } catch {
                unread += 1
                fputs("line \(number): \(error)\n", stderr)
            }
        }
        if unread > 0 { throw ExitCode(65) }
    }
}

extension BodyFormat: ExpressibleByArgument {}
