import ArgumentParser
import Feeds
@preconcurrency import Glibc
import JSON

struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Reads feeds of any dialect.",
        subcommands: [ReadCommand.self]
    )

    struct ReadCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "read",
            abstract: "Prints a feed as neutral JSON. Needs no site."
        )

        @Argument(help: "The feed: RSS, RDF, Atom, CDF, JSON Feed, WXR; - for standard input.")
        var file: String

        @Flag(help: "One JSON object an entry and line, as a stream, instead of one object.")
        var entries = false

        @Option(help: "The address that relative addresses are resolved against.")
        var base: String?

        @Option(help: "The feed's language where it names none.")
        var language: String?

        func run() throws {
            let output = FeedOutput(isStream: entries)
            let reader = FeedReader(base: base, language: language, onEntry: output.take)
            do {
                try InputFile.pieces(of: file, reader.read)
                try output.finish(try reader.finish())
            } catch let failure as Failure {
                throw failure
            } catch {
                output.flush()
                throw Failure.data("\(file): \(error)")
            }
        }
    }
}

/// Entries on their way to standard output: line by line, or gathered for one object.
private final class FeedOutput {
    private let isStream: Bool
    private var json = JSONWriter()

    init(isStream: Bool) { self.isStream = isStream }

    func take(_ entry: FeedEntry) throws {
        entry.write(to: &json)
        guard isStream else { return }
        json.newline()
        if json.bytes.count >= 1 << 16 { flush() }
    }

    func finish(_ info: FeedInfo) throws {
        if isStream { return flush() }
        write(info.document(entries: json.bytes))
    }

    func flush() {
        guard isStream else { return }
        write(json.bytes)
        json.removeAll()
    }

    private func write(_ bytes: [UInt8]) { _ = fwrite(bytes, 1, bytes.count, stdout) }
}

/// A file that is read in pieces, or standard input.
enum InputFile {
    /// - Throws: `Failure.data` where it can't be read, or what `body` threw.
    static func pieces(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure.data("\(path): \(String(cString: strerror(errno)))") }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        while true {
            var failure: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                let read = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if read < 0 { failure = errno }
                count = max(0, read)
            }
            if failure == EINTR { continue }
            guard failure == 0 else { throw Failure.data("\(path): \(String(cString: strerror(failure)))") }
            guard !piece.isEmpty else { return }
            try body(piece)
        }
    }
}
