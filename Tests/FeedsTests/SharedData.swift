@preconcurrency import Glibc

/// The shared test data beside the repository.
enum SharedData {
    private static let folder: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        // Through the link that the file may have been reached by.
        let root = parts.joined(separator: "/")
        guard let real = realpath(root + "/Tests/FeedsTests", nil) else { return root + "/../shared/data" }
        defer { free(real) }
        return String(cString: real) + "/../../../shared/data"
    }()

    /// The bytes of a file; nil, with a word about it, where it isn't there.
    static func bytes(of name: String) -> [UInt8]? {
        guard let file = fopen(folder + "/" + name, "r") else {
            print("no shared data at \(folder)/\(name): skipped")
            return nil
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes.append(contentsOf: buffer[..<count])
        }
        return bytes
    }
}
