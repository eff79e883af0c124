/// Text of which some characters are written otherwise.
extension ByteCursor {
    /// Writes text, but where `suspects` marks a byte, gives `replace` the chance to write something else. There must be room for
    /// sixteen bytes more than are written.
    /// - Parameters:
    ///   - suspects: marks all bytes that may not stand as they are; never a space.
    ///   - replace: writes what stands for the bytes from an index on, and returns for how many; 0 where they stand as they are.
    @inlinable
    @inline(__always)
    mutating func put(
        _ text: UnsafeBufferPointer<UInt8>,
        suspects: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>,
        replace: (inout ByteCursor, UnsafeBufferPointer<UInt8>, Int) -> Int
    ) {
        var index = 0
        while index < text.count {
            let bytes = text.sixteen(from: index)
            let plain = min(suspects(bytes).firstMarked, text.count - index)
            put(bytes, count: plain)
            index += plain
            guard plain < 16, index < text.count else { continue }
            let replaced = replace(&self, text, index)
            if replaced == 0 { put(text[index]) }
            index += max(1, replaced)
        }
    }
}

extension [UInt8] {
    /// Appends text as `ByteCursor.put(_:suspects:replace:)` does, framed by what `before` and `after` write, at most `frame`
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
        suspects: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>,
        replace: (inout ByteCursor, UnsafeBufferPointer<UInt8>, Int) -> Int
    ) {
        var start = 0
        repeat {
            let end = text.endOfPiece(from: start)
            let piece = UnsafeBufferPointer(rebasing: text[start..<end])
            append(atMost: frame + longest * piece.count + 16) { output in
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

    /// The sixteen bytes from `start` on, spaces where there are fewer.
    @inlinable
    @inline(__always)
    public func sixteen(from start: Int) -> SIMD16<UInt8> {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(self)[start...])
        if rest.count >= 16 { return rest.loadUnaligned(as: SIMD16<UInt8>.self) }
        var bytes = SIMD16<UInt8>(repeating: 0x20)
        withUnsafeMutableBytes(of: &bytes) { $0.copyMemory(from: rest) }
        return bytes
    }
}

extension SIMDMask<SIMD16<Int8>> {
    /// The place of the first mark; 16 where there is none.
    @inlinable
    @inline(__always)
    public var firstMarked: Int {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        if halves.x | halves.y == 0 { return 16 }
        return halves.x == 0 ? 8 + halves.y.trailingZeroBitCount / 8 : halves.x.trailingZeroBitCount / 8
    }
}

extension SIMD16<UInt8> {
    /// Marks the bytes that are `byte`.
    @inlinable
    @inline(__always)
    public func marks(of byte: UInt8) -> SIMDMask<SIMD16<Int8>> { self .== SIMD16(repeating: byte) }

    /// Marks controls: bytes below 0x20.
    @inlinable
    @inline(__always)
    public var controlMarks: SIMDMask<SIMD16<Int8>> { self .< SIMD16(repeating: 0x20) }

    /// Marks controls and what begins or ends markup, `&`, `<` and `>`.
    @inlinable
    @inline(__always)
    public var markupMarks: SIMDMask<SIMD16<Int8>> {
        controlMarks .| marks(of: UInt8(ascii: "&")) .| marks(of: UInt8(ascii: "<")) .| marks(of: UInt8(ascii: ">"))
    }
}
