import Glibc

/// Reads the rule files of a directory or those that are named.
public enum RuleFiles {
    /// In bytes; larger files are refused.
    public static let maximumSize = 8 * 1024 * 1024

    /// The `*.yaml` files of a directory in the order of their names, not those of its subdirectories; none where there is no such directory.
    public static func inDirectory(_ path: String) throws(RuleFileError) -> [RuleFile] {
        var files: [RuleFile] = []
        for name in try names(in: path) { files.append(try file("\(path)/\(name)")) }
        return files
    }

    /// One file, named as it was given.
    public static func file(_ path: String) throws(RuleFileError) -> RuleFile {
        RuleFile(name: String(path.split(separator: "/").last ?? ""), path: path, bytes: try bytes(of: path))
    }

    public static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func names(in path: String) throws(RuleFileError) -> [String] {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return [] }
            throw .unreadable(path, String(cString: strerror(errno)))
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".yaml"), !name.hasPrefix("."), !isDirectory("\(path)/\(name)") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func bytes(of path: String) throws(RuleFileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path, String(cString: strerror(errno))) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path, String(cString: strerror(errno))) }
            guard count > 0 else { break }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= maximumSize else { throw .tooLarge(path, limit: maximumSize) }
        }
        return bytes
    }
}

/// A rule file as it is on disk.
public struct RuleFile: Sendable {
    public let name: String
    public let path: String
    public let bytes: [UInt8]

    public init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }

    /// - Throws: `RuleFileError.notUTF8`.
    public func text() throws(RuleFileError) -> RuleSet.File {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path) }
        return (name, text)
    }
}

/// Why a rule file can't be read.
public enum RuleFileError: Error, Sendable, CustomStringConvertible {
    case unreadable(String, String)
    case tooLarge(String, limit: Int)
    case notUTF8(String)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .tooLarge(let path, let limit): "\(path): more than \(limit) bytes; split it"
        case .notUTF8(let path): "\(path): not UTF-8; save it as UTF-8"
        }
    }
}
