import Digests
import Glibc

/// The file in which compiled databases are kept.
///
/// `MDPATTERN1`, the key, the SHA-256 of all that follows; then for each field the number of refused entries and they, the size of the serialized
/// database and it. Numbers are 8 bytes, little-endian.
enum PatternCache {
    struct Field {
        var database: ScanDatabase?
        var refused: [Int]
    }

    private static let magic = Array("MDPATTERN1".utf8)
    private static let maximumSize = 512 * 1024 * 1024

    static func load(from path: String, key: [UInt8], count: Int) -> [Field]? {
        guard let bytes = read(path) else { return nil }
        let head = magic + key
        let start = head.count + Digest.size
        guard bytes.count >= start, bytes.starts(with: head) else { return nil }
        return bytes.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(UnsafeRawBufferPointer(rebasing: bytes[start...]))
            guard hash.finish().bytes.elementsEqual(bytes[head.count..<start]) else { return nil }
            return fields(in: UnsafeRawBufferPointer(rebasing: bytes[start...]), count: count)
        }
    }

    private static func fields(in bytes: UnsafeRawBufferPointer, count: Int) -> [Field]? {
        var place = 0
        func number() -> Int? {
            guard place + 8 <= bytes.count else { return nil }
            defer { place += 8 }
            return Int(exactly: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        }
        var fields: [Field] = []
        for _ in 0..<count {
            guard let refusals = number(), refusals <= bytes.count / 8 else { return nil }
            let refused = (0..<refusals).compactMap { _ in number() }
            guard refused.count == refusals, let size = number(), size <= bytes.count - place else { return nil }
            var database: ScanDatabase?
            if size > 0 {
                database = ScanDatabase(serialized: UnsafeRawBufferPointer(rebasing: bytes[place..<place + size]))
                guard database != nil else { return nil }
            }
            place += size
            fields.append(Field(database: database, refused: refused))
        }
        return place == bytes.count ? fields : nil
    }

    static func store(_ fields: [PatternDatabase.Field], to path: String, key: [UInt8]) {
        var payload: [UInt8] = []
        func put(_ number: Int) {
            withUnsafeBytes(of: UInt64(number).littleEndian) { payload.append(contentsOf: $0) }
        }
        for field in fields {
            put(field.refused.count)
            for entry in field.refused { put(entry) }
            guard let bytes = try? field.scan?.serialized() ?? [] else { return }
            put(bytes.count)
            payload.append(contentsOf: bytes)
        }
        write(magic + key + SHA256.digest(payload).bytes + payload, to: path)
    }

    // MARK: Files

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size > 0, status.st_size <= maximumSize else { return nil }
        let size = Int(status.st_size)
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(file, buffer.baseAddress! + count, size - count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
            isWhole = count == size
        }
        return isWhole ? bytes : nil
    }

    /// Writes beside `path` and renames. A failure leaves no file: the next start compiles again.
    private static func write(_ bytes: [UInt8], to path: String) {
        let temporary = "\(path).\(getpid()).tmp"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = close(file) == 0 && written == bytes.count
        if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
    }
}
