import Glibc

/// A file of lines for training or evaluation, read as a stream.
public struct LabelledFile: Sendable {
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case system(path: String, code: Int32)
        case line(path: String, number: Int, LabelledSampleReader.Failure)
        case longLine(path: String, number: Int)
        /// It was written to while it was read.
        case changed(path: String)
        /// Comments that are too many to be kept, in a file that cannot be read again.
        case notRepeatable(path: String)

        public var description: String {
            switch self {
            case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
            case .line(let path, let number, let failure): "\(path):\(number): \(failure)"
            case .longLine(let path, let number):
                "\(path):\(number): is longer than \(LabelledFile.longestLine) bytes"
            case .changed(let path): "\(path): changed while it was read"
            case .notRepeatable(let path):
                "\(path): is no regular file; so many comments must be in files that can be read twice"
            }
        }
    }

    public static let longestLine = 1 << 20
    public let path: String

    public init(_ path: String) { self.path = path }

    /// Gives every line that is not blank, in order.
    /// - Throws: `Failure` at the first line that cannot be read, or what `body` throws.
    public func read(_ body: (LabelledSample) throws -> Void) throws {
        try readPlaces { sample, _ in try body(sample) }
    }

    /// The same, with the place of each line in the file, in bytes and without its end.
    func readPlaces(_ body: (LabelledSample, Range<Int>) throws -> Void) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure.system(path: path, code: errno) }
        defer { close(file) }
        var pending: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var number = 0
        var place = 0
        func give() throws {
            number += 1
            let range = place..<place + pending.count
            if let sample = try sample(pending, number: number) { try body(sample, range) }
            place = range.upperBound + 1
            pending.removeAll(keepingCapacity: true)
        }
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure.system(path: path, code: errno) }
            if count == 0 { break }
            var start = 0
            while let end = chunk[start..<count].firstIndex(of: 0x0A) {
                pending += chunk[start..<end]
                try give()
                start = end + 1
            }
            pending += chunk[start..<count]
            guard pending.count <= Self.longestLine else { throw Failure.longLine(path: path, number: number + 1) }
        }
        if !pending.isEmpty { try give() }
    }

    /// Whether it can be read more than once, as a pipe cannot.
    var isRegular: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Reads the line at a place that `readPlaces` gave again.
    func sample(at place: Range<Int>) throws -> LabelledSample {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure.system(path: path, code: errno) }
        defer { close(file) }
        var line = [UInt8](repeating: 0, count: place.count)
        let count = pread(file, &line, line.count, place.lowerBound)
        guard count >= 0 else { throw Failure.system(path: path, code: errno) }
        guard count == place.count, let sample = try? sample(line, number: 0) else { throw Failure.changed(path: path) }
        return sample
    }

    /// Nil for a blank line.
    private func sample(_ line: [UInt8], number: Int) throws -> LabelledSample? {
        guard line.contains(where: { $0 > 0x20 }) else { return nil }
        do {
            return try LabelledSampleReader.read(line, number: number)
        } catch {
            throw Failure.line(path: path, number: number, error)
        }
    }
}
