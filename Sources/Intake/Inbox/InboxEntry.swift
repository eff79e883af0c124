import Comments

/// A file in the inbox that is a delivery.
public struct InboxEntry: Sendable, Hashable {
    /// As bytes; a file system promises no encoding.
    let rawName: [UInt8]
    public let identity: FileIdentity
    /// Whether it was written in the last two seconds: if it does not decode, its writer may not be done.
    public let isYoung: Bool

    /// For people; bytes that are not UTF-8 are shown as U+FFFD.
    public var name: String { String(decoding: rawName, as: UTF8.self) }

    public var modifiedAt: Timestamp { identity.modifiedAt }

    /// Order of arrival: modification time, then name by its bytes.
    static func arrivesBefore(_ left: InboxEntry, _ right: InboxEntry) -> Bool {
        let (one, other) = (left.identity, right.identity)
        if one.modifiedSeconds != other.modifiedSeconds { return one.modifiedSeconds < other.modifiedSeconds }
        if one.modifiedNanoseconds != other.modifiedNanoseconds {
            return one.modifiedNanoseconds < other.modifiedNanoseconds
        }
        return left.rawName.lexicographicallyPrecedes(right.rawName)
    }
}

/// Something in the inbox that is no delivery and is left alone.
public struct InboxOddity: Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        case symbolicLink
        /// It has more than one name.
        case hardLink
        case directory
        /// A FIFO, socket or device.
        case special
    }

    public let name: String
    public let reason: Reason

    public var description: String {
        let what =
            switch reason {
            case .symbolicLink: "a symbolic link"
            case .hardLink: "a file with more than one name"
            case .directory: "a directory"
            case .special: "no regular file"
            }
        return "\(name) in the inbox is \(what) and is left alone; drop copies of regular files"
    }
}

/// What one look at the inbox found.
public struct InboxScan: Sendable {
    /// In order of arrival.
    public var entries: [InboxEntry] = []
    public var oddities: [InboxOddity] = []
    /// Files that may still be written to: look again in two seconds.
    public var unfinished = 0
}
