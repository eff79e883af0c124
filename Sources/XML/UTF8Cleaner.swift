import Text

/// Passes UTF-8 through, eight bytes of ASCII at a time, and mends what is none or what XML 1.0 can't hold. Line ends
/// become line feeds (XML 1.0 section 2.11).
struct UTF8Cleaner {
    private var carry: [UInt8] = []
    /// Whether a return was the last: a line feed behind it belongs to it.
    private var endsInReturn = false

    /// Appends `bytes` to `output`; a character that is cut stays for the next call, unless this is the last.
    /// - Returns: how many bytes were not UTF-8 and were read as windows-1252.
    mutating func clean(_ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]) -> Int {
        var errors = 0
        var input = bytes
        if !carry.isEmpty {
            input = carry + bytes
            carry.removeAll(keepingCapacity: true)
        }
        output.reserveCapacity(output.count + input.count)
        let consumed = input.withUnsafeBufferPointer { clean($0, isLast: isLast, into: &output, errors: &errors) }
        carry.append(contentsOf: input[consumed...])
        return errors
    }

    private mutating func clean(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        into output: inout [UInt8],
        errors: inout Int
    ) -> Int {
        var start = 0
        if endsInReturn, let first = bytes.first {
            endsInReturn = false
            if first == 0x0A { start = 1 }
        }
        var index = start
        func flush() {
            if index > start { output.append(contentsOf: bytes[start..<index]) }
        }
        while true {
            index = Self.plain(bytes, from: index)
            guard index < bytes.count else { break }
            let byte = bytes[index]
            if byte < 0x80 {
                flush()
                index += 1
                if byte == 0x0D {
                    output.append(0x0A)
                    endsInReturn = index == bytes.count
                    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                } else {
                    output.append(codePoint: 0xFFFD)
                }
                start = index
                continue
            }
            let length = Self.length(bytes, at: index)
            if length > 0 {
                if let replacement = Self.replacement(bytes, at: index) {
                    flush()
                    output.append(codePoint: replacement)
                    start = index + length
                }
                index += length
                continue
            }
            if length < 0, !isLast { break }
            flush()
            errors += 1
            output.append(codePoint: Windows1252.character(UInt32(byte)))
            index += 1
            start = index
        }
        flush()
        return index
    }

    /// The first byte from `start` on that isn't ASCII as XML may hold it with line ends as they should be.
    @inline(__always)
    private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = bytes.firstSuspect(from: start) { word in
            // Most words that are not all printable have tabs or line feeds.
            (word | word.firstControlMark) & UInt64.topBits == 0 ? 0 : word.nonTextMarks
        }
        while index < bytes.count, bytes[index].isPlain { index += 1 }
        return index
    }

    /// How many bytes the character at `index` has; 0 where it isn't UTF-8, -1 where it is cut off at the end.
    @inline(__always)
    private static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        for offset in 1..<length {
            guard index + offset < bytes.count else { return -1 }
            let byte = bytes[index + offset]
            guard offset == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { return 0 }
        }
        return length
    }

    /// C1 controls mean windows-1252's characters; U+FFFE and U+FFFF can't stand in XML.
    @inline(__always)
    private static func replacement(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
        switch bytes[index] {
        case 0xC2 where bytes[index + 1] < 0xA0:
            Windows1252.character(UInt32(bytes[index + 1]))
        case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
            0xFFFD
        default: nil
        }
    }
}

extension UInt8 {
    /// Whether it is printable ASCII, a tab or a line feed.
    fileprivate var isPlain: Bool { self &- 0x20 < 0x60 || self == 0x09 || self == 0x0A }
}

extension UInt64 {
    /// The top bit of each byte that isn't printable ASCII, a tab or a line feed, and no other.
    fileprivate var nonTextMarks: UInt64 {
        let controls = ~((self | UInt64.topBits) &- UInt64.repeating(0x20)) & UInt64.topBits
        return self & UInt64.topBits | controls & ~self & ~marks(of: 0x09) & ~marks(of: 0x0A)
    }
}
