/// Text of which some characters are written otherwise.
extension ByteCursor {
    /// Writes text, but where `suspects` marks a byte, gives `replace` the chance to write something else.
    /// - Parameters:
    ///   - suspects: marks in a word all bytes that may not stand as they are; never a space.
    ///   - replace: writes what stands for the bytes from an index on, and returns for how many; 0 where they stand as they are.
    @inlinable
    @inline(__always)
    public mutating func put(
        _ text: UnsafeBufferPointer<UInt8>,
        suspects: (UInt64) -> UInt64,
        replace: (inout ByteCursor, UnsafeBufferPointer<UInt8>, Int) -> Int
    ) {
        var start = 0
        var index = text.firstMarked(from: 0, suspects)
        while index < text.count {
            put(UnsafeBufferPointer(rebasing: text[start..<index]))
            let replaced = replace(&self, text, index)
            start = index + replaced
            index = text.firstMarked(from: index + max(1, replaced), suspects)
        }
        put(UnsafeBufferPointer(rebasing: text[start...]))
    }
}

extension [UInt8] {
    /// Appends text as `ByteCursor.put(_:suspects:replace:)` writes it, framed by what `before` and `after` write, at most `frame`
    /// bytes; room is made for a piece at a time.
    /// - Parameter longest: the most bytes that stand for one.
    @inlinable
    @inline(__always)
    public mutating func append(
        _ text: UnsafeBufferPointer<UInt8>,
        longest: Int,
        frame: Int = 0,
        before: (inout ByteCursor) -> Void = { _ in },
        after: (inout ByteCursor) -> Void = { _ in },
        suspects: (UInt64) -> UInt64,
        replace: (inout ByteCursor, UnsafeBufferPointer<UInt8>, Int) -> Int
    ) {
        var start = 0
        repeat {
            let end = text.endOfPiece(from: start)
            let piece = UnsafeBufferPointer(rebasing: text[start..<end])
            append(atMost: frame + longest * piece.count) { output in
                if start == 0 { before(&output) }
                output.put(piece, suspects: suspects, replace: replace)
                if end == text.count { after(&output) }
            }
            start = end
        } while start < text.count
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a piece of text ends that begins at `start`: never inside a character of UTF-8.
    @inlinable
    @inline(__always)
    func endOfPiece(from start: Int) -> Int {
        guard count - start > 512 else { return count }
        var end = start + 512
        while self[end] & 0xC0 == 0x80, end > start + 509 { end -= 1 }
        return end
    }

    /// The place of the first byte from `start` on that `marks` marks in its word; the count where none is. A space is never marked.
    @inlinable
    @inline(__always)
    func firstMarked(from start: Int, _ marks: (UInt64) -> UInt64) -> Int {
        let index = firstSuspect(from: start, marks)
        guard index + 8 > count else { return index }
        var rest = UInt64.repeating(0x20)
        for place in stride(from: count - 1, through: index, by: -1) { rest = rest << 8 | UInt64(self[place]) }
        let found = marks(rest)
        return found == 0 ? count : index + found.trailingZeroBitCount / 8
    }
}

extension UInt64 {
    /// Marks controls and what begins or ends markup, `&`, `<` and `>`, in eight bytes of text.
    @inlinable
    public var markupMark: UInt64 {
        firstControlMark | firstMark(of: UInt8(ascii: "&")) | firstMark(of: UInt8(ascii: "<"))
            | firstMark(of: UInt8(ascii: ">"))
    }
}
