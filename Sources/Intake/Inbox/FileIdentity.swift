import Comments
import Glibc

/// What tells whether a name still means the same bytes.
public struct FileIdentity: Sendable, Hashable {
    let device: UInt64
    let inode: UInt64
    public let size: Int
    let modifiedSeconds: Int
    let modifiedNanoseconds: Int

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        modifiedSeconds = status.st_mtim.tv_sec
        modifiedNanoseconds = status.st_mtim.tv_nsec
    }

    /// The modification time, held to the years 1970 to 9999.
    public var modifiedAt: Timestamp { Self.timestamp(modifiedSeconds, modifiedNanoseconds) }

    static func timestamp(_ seconds: Int, _ nanoseconds: Int) -> Timestamp {
        let seconds = min(max(seconds, 0), 253_402_300_799)
        return Timestamp(milliseconds: Int64(seconds) * 1000 + Int64(nanoseconds / 1_000_000))
    }
}
