import Text

/// The beginning of a text, for lists.
enum Excerpt {
    /// One line of at most `limit` bytes of UTF-8, cut between words where it can be, with an ellipsis where something was left out.
    static func of(_ text: String, limit: Int = 280) -> String {
        text.withBytes { text in
            String(unsafeUninitializedCapacity: min(text.count, limit) + ellipsis.utf8CodeUnitCount) { line in
                var count = 0
                var lastSpace = 0
                var isAfterSpace = false
                for byte in text {
                    guard !isSpace(byte) else {
                        isAfterSpace = count > 0
                        continue
                    }
                    guard count + (isAfterSpace ? 1 : 0) < limit else {
                        if !isAfterSpace, lastSpace > limit / 2 {
                            count = lastSpace
                        } else if !isAfterSpace, isContinuation(byte) {
                            repeat { count -= 1 } while count > 0 && isContinuation(line[count])
                        }
                        return end(line, at: count)
                    }
                    if isAfterSpace {
                        lastSpace = count
                        line[count] = 0x20
                        count += 1
                        isAfterSpace = false
                    }
                    line[count] = byte
                    count += 1
                }
                return count
            }
        }
    }

    private static var ellipsis: StaticString { "…" }

    private static func end(_ line: UnsafeMutableBufferPointer<UInt8>, at count: Int) -> Int {
        var rest = ByteCursor(UnsafeMutableBufferPointer(rebasing: line[count...]))
        rest.put(ellipsis)
        return count + rest.count
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
