import Digests

/// A delivery's bytes: small ones are in memory, large ones are read in pieces.
enum DeliveryBytes: Sendable {
    case memory([UInt8])
    case file(OpenFile)

    /// How much is read at once.
    static let chunk = 512 << 10

    /// Files up to one chunk are read whole and closed.
    init(_ file: OpenFile) throws(IntakeError) {
        if file.size <= Self.chunk {
            self = .memory(try file.read(at: 0, count: file.size))
            try file.checkUnchanged()
        } else {
            self = .file(file)
        }
    }

    var size: Int {
        switch self {
        case .memory(let bytes): bytes.count
        case .file(let file): file.size
        }
    }

    func read(at offset: Int, count: Int = chunk) throws(IntakeError) -> [UInt8] {
        switch self {
        case .memory(let bytes):
            if offset == 0, count >= bytes.count { return bytes }
            return Array(bytes[min(offset, bytes.count)..<min(offset + count, bytes.count)])
        case .file(let file):
            try file.checkUnchanged()
            return try file.read(at: offset, count: count)
        }
    }

    /// SHA-256 of name, NUL and bytes.
    func key(name: [UInt8]) throws(IntakeError) -> Digest {
        var hash = SHA256()
        hash.update(name + [0])
        var offset = 0
        while offset < size {
            let bytes = try read(at: offset)
            hash.update(bytes)
            offset += bytes.count
        }
        return hash.finish()
    }
}
