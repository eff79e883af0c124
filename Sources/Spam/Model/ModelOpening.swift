import Glibc

extension Model {
    /// Opens a model file by mapping it, its checksums verified; about half a millisecond. Nil where there is no file.
    public static func open(_ path: String) throws(ModelError) -> Model? {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .system(path: path, call: "open", code: errno)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .system(path: path, call: "fstat", code: errno) }
        var header = [UInt8](repeating: 0, count: ModelFile.headerSize)
        let count = header.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        guard count >= 0 else { throw .system(path: path, call: "pread", code: errno) }
        header.removeLast(header.count - count)
        try ModelFile.check(header, path: path)
        guard status.st_size == ModelFile.size else {
            throw .truncated(path: path, size: Int(status.st_size), expected: ModelFile.size)
        }
        let storage = try ModelStorage(mapping: file, offset: ModelFile.headerSize, path: path)
        return try ModelFile.model(header, storage, path: path)
    }

    /// Writes the model in place of a file, whole or not at all, and durably: a temporary file beside it, synced, renamed.
    public func save(_ path: String) throws(ModelError) {
        let temporary = "\(path).\(getpid()).tmp"
        let file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .system(path: temporary, call: "open", code: errno) }
        do throws(ModelError) {
            defer { close(file) }
            try Self.write(ModelFile.header(of: self), to: file, temporary)
            try storage.withBuckets { buckets throws(ModelError) in
                try Self.write(UnsafeRawBufferPointer(buckets), to: file, temporary)
            }
            guard fsync(file) == 0 else { throw .system(path: temporary, call: "fsync", code: errno) }
            guard rename(temporary, path) == 0 else { throw .system(path: path, call: "rename", code: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        try Self.syncDirectory(of: path)
    }

    private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(ModelError) {
        let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        guard count == bytes.count else { throw .system(path: path, call: "write", code: errno) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String) throws(ModelError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(file, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(path: path, call: "write", code: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
    }

    private static func syncDirectory(of path: String) throws(ModelError) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let directory = slash.map { $0 == path.utf8.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .system(path: directory, call: "open", code: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .system(path: directory, call: "fsync", code: errno) }
    }
}
