import Glibc

/// The site's own part of the filter: `heuristics.yaml`, `shorteners.txt` and `disposable-domains.txt` of `Rules/spam/`; what
/// is not there is built in.
public struct SpamRules: Sendable {
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case weights(path: String, HeuristicWeights.Failure)
        case notText(path: String)
        case tooLong(path: String)
        case system(path: String, code: Int32)

        public var description: String {
            switch self {
            case .weights(let path, let failure): "\(path): \(failure)"
            case .notText(let path): "\(path): is not UTF-8"
            case .tooLong(let path): "\(path): is longer than \(SpamRules.longestFile) bytes"
            case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
            }
        }
    }

    static let longestFile = 4 << 20

    public let weights: HeuristicWeights
    public let lists: SpamLists

    /// - Parameter directory: a site's `Rules/spam`; need not exist.
    public init(directory: String) throws(Failure) {
        let path = "\(directory)/heuristics.yaml"
        if let text = try Self.text(path) {
            do { weights = try HeuristicWeights(yaml: text) } catch { throw .weights(path: path, error) }
        } else {
            weights = HeuristicWeights()
        }
        lists = SpamLists(
            shorteners: try Self.text("\(directory)/shorteners.txt"),
            disposable: try Self.text("\(directory)/disposable-domains.txt")
        )
    }

    /// Nil where there is no such file.
    private static func text(_ path: String) throws(Failure) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .system(path: path, code: errno)
        }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(path: path, code: errno) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= longestFile else { throw .tooLong(path: path) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path: path) }
        return text
    }
}
