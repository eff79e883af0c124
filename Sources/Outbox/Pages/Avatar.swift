import Text

/// A picture drawn from an author key: five by five squares, the left half mirrored, in one of 64 colours. No third party is asked.
enum Avatar {
    /// Inline SVG, hidden from screen readers: the name stands beside it.
    static func append(_ key: String, to bytes: inout [UInt8]) {
        var bits = key.utf8.reduce(UInt64(0)) { $0 << 4 | UInt64($1.hexDigitValue ?? 0) }
        bytes.append(contentsOf: opening)
        bytes.append(contentsOf: String((bits & 63) * 45 / 8).utf8)
        bytes.append(contentsOf: colour)
        bits >>= 6
        for row in 0..<5 {
            append(row: row, squares: UInt8(bits & 7), to: &bytes)
            bits >>= 3
        }
        bytes.append(contentsOf: closing)
    }

    private static let opening = Array(
        (#"<svg class="comment-avatar" viewBox="-1 -1.5 7 7" width="48" height="48" aria-hidden="true" focusable="false">"#
            + #"<path stroke="hsl("#).utf8
    )
    private static let colour = Array(#" 45% 42%)" d=""#.utf8)
    private static let closing = Array(#""/></svg>"#.utf8)

    /// Lines one unit thick over the runs of set squares.
    private static func append(row: Int, squares: UInt8, to bytes: inout [UInt8]) {
        let mirrored = squares | (squares & 1) << 4 | (squares & 2) << 2
        var column = 0
        while column < 5 {
            var length = 0
            while column + length < 5, mirrored >> UInt8(column + length) & 1 == 1 { length += 1 }
            if length > 0 {
                for byte in ["M", digit(column), " ", digit(row), "h", digit(length)] as [Unicode.Scalar] {
                    bytes.append(UInt8(ascii: byte))
                }
            }
            column += length + 1
        }
    }

    private static func digit(_ value: Int) -> Unicode.Scalar { Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)) }
}
