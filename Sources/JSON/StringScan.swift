import Text

/// Finds where a JSON string ends, sixteen bytes at a time.
struct StringScan {
    /// The closing quote or a raw control character; beyond the bytes where there is neither.
    private(set) var end: Int
    /// Whether a backslash stands before the end.
    private(set) var isEscaped = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        end = start
        while true {
            end = bytes.firstIndex(from: end) {
                $0.controlMarks .| $0.marks(of: UInt8(ascii: "\"")) .| $0.marks(of: UInt8(ascii: "\\"))
            }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "\\") else { return }
            isEscaped = true
            end += 2
        }
    }
}
