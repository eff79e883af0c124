import Glibc

/// A file of lines for training or evaluation, read as a stream.
public struct LabelledFile: Sendable {
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case system(path: String, code: Int32)
        case line(path: String, number: Int, LabelledSampleReader.Failure)
        case longLine(path: String, number: Int)

        public var description: String {
            switch self {
            case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
            case .line(let path, let number, let failure): "\(path):\(number): \(failure)"
            case .longLine(let path, let number):
                "\(path):\(number): is longer than \(LabelledFile.longestLine) bytes"
            }
        }
    }

    public static let longestLine = 1 << 20
    public let path: String

    public init(_ path: String) { self.path = path }

    /// Gives every line that is not blank, in order.
    /// - Throws: `Failure` at the first line that cannot be read, or what `body` throws.
    public func read(_ body: (LabelledSample) throws -> Void) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure.system(path: path, code: errno) }
        defer { close(file) }
        var pending: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var number = 0
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure.system(path: path, code: errno) }
            if count == 0 { break }
            var start = 0
            while let end = chunk[start..<count].firstIndex(of: 0x0A) {
                number += 1
                pending += chunk[start..<end]
                try give(pending, number: number, to: body)
                pending.removeAll(keepingCapacity: true)
                start = end + 1
            }
            pending += chunk[start..<count]
            guard pending.count <= Self.longestLine else { throw Failure.longLine(path: path, number: number + 1) }
        }
        if !pending.isEmpty { try give(pending, number: number + 1, to: body) }
    }

    private func give(_ line: [UInt8], number: Int, to body: (LabelledSample) throws -> Void) throws {
        guard line.contains(where: { $0 > 0x20 }) else { return }
        let sample: LabelledSample
        do {
            sample = try LabelledSampleReader.read(line, number: number)
        } catch {
            throw Failure.line(path: path, number: number, error)
        }
        try body(sample)
    }
}
