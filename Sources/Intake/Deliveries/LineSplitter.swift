import Glibc
import Text

/// Takes NDJSON apart into lines, however large the file and its lines: of a line over the limit only the length is kept.
struct LineSplitter: Sendable {
    private let source: DeliveryBytes
    private let itemLimit: Int
    private var window: [UInt8] = []
    /// Offset of the window's first byte in the file.
    private var windowOffset: Int
    /// Where in the window the next line begins.
    private var cursor = 0
    /// Bytes of the present line that were passed over.
    private var skipped = 0

    init(_ source: DeliveryBytes, from offset: Int, itemLimit: Int) {
        self.source = source
        self.itemLimit = itemLimit
        windowOffset = offset
    }

    /// Offset of the next line.
    var offset: Int { windowOffset + cursor }

    /// The next line that is not blank; nil at the end.
    mutating func next() throws(IntakeError) -> RawItem.Content? {
        while true {
            if let newline = newline() {
                let line = cursor..<newline
                cursor = newline + 1
                if let content = content(of: line) { return content }
            } else if windowOffset + window.count >= source.size {
                let line = cursor..<window.count
                cursor = window.count
                return content(of: line)
            } else {
                try refill()
            }
        }
    }

    private func newline() -> Int? {
        window.withUnsafeBytes { buffer in
            guard cursor < buffer.count, let base = buffer.baseAddress,
                let found = memchr(base + cursor, 0x0A, buffer.count - cursor)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func content(of line: Range<Int>) -> RawItem.Content? {
        let length = skipped + line.count
        skipped = 0
        if length > itemLimit { return .tooLarge(bytes: length) }
        return window[line].allSatisfy(\.isASCIISpace) ? nil : .json(window, line)
    }

    private mutating func refill() throws(IntakeError) {
        let tail = window[cursor...]
        let next = windowOffset + window.count
        let chunk = try source.read(at: next)
        if skipped > 0 || tail.count > itemLimit {
            skipped += tail.count
            window = chunk
        } else {
            window = tail.isEmpty ? chunk : tail + chunk
        }
        windowOffset = next + chunk.count - window.count
        cursor = next == 0 ? ByteOrderMark.length(in: window) : 0
    }
}
