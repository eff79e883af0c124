import JSON
import Text

/// What a delivery holds.
public enum DeliveryKind: String, Sendable, CaseIterable {
    /// One object or an array.
    case json
    /// An object a line.
    case ndjson
    /// `application/x-www-form-urlencoded`, or `multipart/form-data` beginning with its boundary line.
    case form
    /// A feed or export with comments.
    case feed
    /// A moderator's reply to a notice.
    case mail

    /// By the name's ending, in any case; nil where it says nothing.
    init?(name: [UInt8]) {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch String(decoding: name[(dot + 1)...].map(\.asciiLowercased), as: UTF8.self) {
        case "json": self = .json
        case "ndjson", "jsonl": self = .ndjson
        case "form": self = .form
        case "xml", "rss", "atom", "wxr": self = .feed
        case "eml": self = .mail
        default: return nil
        }
    }

    /// By the first bytes; nil where they say nothing.
    /// - Parameter bytes: the file's first kibibytes.
    public init?(firstBytes bytes: [UInt8]) {
        var start = ByteOrderMark.length(in: bytes)
        while start < bytes.count, bytes[start].isASCIISpace { start += 1 }
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "["): self = .json
        case UInt8(ascii: "{"): self = Self.hasObjectPerLine(bytes[start...]) ? .ndjson : .json
        case UInt8(ascii: "<"): self = .feed
        case UInt8(ascii: "-") where bytes[start...].starts(with: "--".utf8): self = .form
        default:
            // A header of a message has a colon after its name, a form an equals sign.
            let mark = bytes[start...].first { !($0.isASCIIAlphanumeric || "-_.+%[]".utf8.contains($0)) }
            switch mark {
            case UInt8(ascii: ":"): self = .mail
            case UInt8(ascii: "="): self = .form
            default: return nil
            }
        }
    }

    /// Whether the first line is an object of its own and another begins on a later one.
    private static func hasObjectPerLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let newline = bytes.firstIndex(of: 0x0A), bytes[newline...].contains(UInt8(ascii: "{")) else {
            return false
        }
        var line = JSONReader(Array(bytes[..<newline]))
        return (try? line.skipValue()) != nil && (try? line.end()) != nil
    }
}

extension DeliveryKind {
    /// Whether one object is a JSON Feed: its `version` says so, and no key of a submission comes before it.
    static func isJSONFeed(firstBytes bytes: [UInt8]) -> Bool {
        var reader = JSONReader(bytes, range: ByteOrderMark.length(in: bytes)..<bytes.count)
        do {
            guard try reader.peek() == .object else { return false }
            try reader.beginObject()
            while let key = try reader.nextKey() {
                let name = reader.bytes[key.range]
                if name.elementsEqual("version".utf8) {
                    return try reader.text(reader.readString()).hasPrefix("https://jsonfeed.org/version/")
                }
                switch name.withUnsafeBufferPointer(SubmissionName.init(spelling:)) {
                case nil, .title, .author: try reader.skipValue()
                default: return false
                }
            }
        } catch {}
        return false
    }
}
