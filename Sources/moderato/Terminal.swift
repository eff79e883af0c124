import Glibc

/// Standard output and error: whether a person sees them, and writing whole lines.
enum Terminal {
    static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    /// Whether to colour what goes to standard output (no-color.org).
    static let hasColour = outputIsTerminal && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true

    static func print(_ line: String) { write(Array((line + "\n").utf8), to: STDOUT_FILENO) }

    static func print(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Text on standard error that may be written over.
    static func hint(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    static func error(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Columns of the terminal, 80 where unknown.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Asks a yes-or-no question where a person can answer; nil where not.
    static func confirm(_ question: String) -> Bool? {
        guard isatty(STDIN_FILENO) == 1, errorIsTerminal else { return nil }
        hint(question + " [y/N] ")
        return readLine().map { $0.lowercased().hasPrefix("y") } ?? false
    }

    private static func write(_ bytes: [UInt8], to file: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            written += count
        }
    }
}
