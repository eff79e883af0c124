@preconcurrency import Glibc

extension [UInt8] {
    /// The first index of `byte` from `start` on and before `end`.
    func first(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = Swift.min(end ?? count, count)
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
        let rarest = word.utf8Start[length - 1]
        var index = start + length - 1
        while let last = first(rarest, from: index, to: end) {
            if holds(word, at: last - length + 1) { return last - length + 1 }
            index = last + 1
        }
        return nil
    }

    /// Whether `word` stands at `index`.
    func holds(_ word: StaticString, at index: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index + length <= count else { return false }
        return withUnsafeBytes { bytes in
            bytes.baseAddress.map { memcmp($0 + index, word.utf8Start, length) == 0 } ?? false
        }
    }

    /// Appends the bytes of `source` at `range`.
    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        source.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
