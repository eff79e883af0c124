@preconcurrency import Glibc

extension [UInt8] {
    /// The first index of `byte` from `start` on and before `end`.
    func first(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = end ?? count
        guard start < end else { return nil }
        return withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
                return nil
            }
            return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
        }
    }

    /// The first index where `word` begins, from `start` on and wholly before `end`. Its last byte is the rarest in text.
    func first(_ word: StaticString, from start: Int, to end: Int) -> Int? {
        let length = word.utf8CodeUnitCount
        return word.withUTF8Buffer { word in
            var index = start + length - 1
            while let last = first(word[length - 1], from: index, to: end) {
                let begin = last - length + 1
                if self[begin...last].elementsEqual(word) { return begin }
                index = last + 1
            }
            return nil
        }
    }
}
