import Text

/// Finds where a JSON string ends, sixteen or eight bytes at a time.
struct StringScan {
    /// The closing quote or a raw control character; beyond the bytes where there is neither.
    private(set) var end: Int
    /// Whether a backslash stands before the end.
    private(set) var isEscaped = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let space = SIMD16<UInt8>(repeating: 0x20)
        let quote = SIMD16<UInt8>(repeating: 0x22)
        let backslash = SIMD16<UInt8>(repeating: 0x5C)
        end = start
        while true {
            end = bytes.firstSuspects(from: end) { ($0 .< space) .| ($0 .== quote) .| ($0 .== backslash) }
            end = bytes.firstSuspect(from: end, Self.marks)
            while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x22, bytes[end] != 0x5C {
                end += 1
            }
            guard end < bytes.count, bytes[end] == 0x5C else { return }
            isEscaped = true
            end += 2
        }
    }

    /// The top bit of each byte that is a quote, a backslash or below 0x20, up to the first of them; above it others may be set.
    @inline(__always)
    static func marks(_ word: UInt64) -> UInt64 {
        word.firstControlMark | word.firstMark(of: UInt8(ascii: "\"")) | word.firstMark(of: UInt8(ascii: "\\"))
    }
}
