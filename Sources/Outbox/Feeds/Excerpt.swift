import Text

/// The beginning of a text, for lists.
enum Excerpt {
    /// One line of at most `limit` bytes of UTF-8, cut between words where it can be, with an ellipsis where something was left out.
    static func of(_ text: String, limit: Int = 280) -> String {
        text.withBytes { text in
            // Two bytes more tell whether the text goes on after a space.
            let size = min(text.count, limit + 2)
            return String(unsafeUninitializedCapacity: size + ellipsis.utf8CodeUnitCount) { line in
                let count = copy(text, to: line, atMost: size)
                guard count > limit else { return count }
                return end(line, at: cut(line, limit))
            }
        }
    }

    /// Copies text with one space in the place of each run of white space, and none at the ends.
    private static func copy(
        _ text: UnsafeBufferPointer<UInt8>,
        to line: UnsafeMutableBufferPointer<UInt8>,
        atMost size: Int
    ) -> Int {
        var index = 0
        var count = 0
        while index < text.count, count < size {
            let isAfterSpace = count == 0 || line[count - 1] == space
            if !isAfterSpace, index + 17 <= text.count, count + 16 <= size, isTidy(text, at: index) {
                UnsafeMutableRawBufferPointer(line).storeBytes(
                    of: text.sixteen(from: index),
                    toByteOffset: count,
                    as: SIMD16<UInt8>.self
                )
                (index, count) = (index + 16, count + 16)
                continue
            }
            let byte = text[index]
            index += 1
            if isSpace(byte), isAfterSpace { continue }
            line[count] = isSpace(byte) ? space : byte
            count += 1
        }
        return count > 0 && line[count - 1] == space ? count - 1 : count
    }

    /// Whether the sixteen bytes at `index` are a part of a line as they are: no white space but single spaces.
    private static func isTidy(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let bytes = text.sixteen(from: index)
        let doubled = bytes.marks(of: space) .& text.sixteen(from: index + 1).marks(of: space)
        return !any(doubled .| bytes.marks(of: 0x0A) .| bytes.marks(of: 0x09))
    }

    /// Where a line ends that is longer than `limit`: between words, or else between characters.
    private static func cut(_ line: UnsafeMutableBufferPointer<UInt8>, _ limit: Int) -> Int {
        if line[limit] == space { return limit }
        if line[limit - 1] == space { return limit - 1 }
        if let last = line[..<limit].lastIndex(of: space), last > limit / 2 { return last }
        var end = limit
        while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    private static var ellipsis: StaticString { "…" }

    private static func end(_ line: UnsafeMutableBufferPointer<UInt8>, at count: Int) -> Int {
        var rest = ByteCursor(UnsafeMutableBufferPointer(rebasing: line[count...]))
        rest.put(ellipsis)
        return count + rest.count
    }

    private static let space = UInt8(ascii: " ")

    private static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == 0x0A || byte == 0x09 }
}
