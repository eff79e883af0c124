/// Writes bytes one after the other into memory that was reserved for them; traps where there is no room.
public struct ByteCursor {
    @usableFromInline let start: UnsafeMutablePointer<UInt8>
    @usableFromInline let capacity: Int
    @usableFromInline var written = 0

    /// Bytes written so far.
    @inlinable public var count: Int { written }

    /// - Parameter buffer: not empty; used as long as the cursor.
    @inlinable
    public init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        guard let start = buffer.baseAddress else { preconditionFailure("there is nothing to write into") }
        self.start = start
        capacity = buffer.count
    }

    /// Gives the place of the next `size` bytes.
    @inlinable
    @inline(__always)
    mutating func advance(_ size: Int) -> UnsafeMutablePointer<UInt8> {
        precondition(size <= capacity &- written, "more is written than was reserved")
        let place = start + written
        written &+= size
        return place
    }

    @inlinable
    @inline(__always)
    public mutating func put(_ byte: UInt8) { advance(1).initialize(to: byte) }

    /// Eight bytes as they lie in memory.
    @inlinable
    @inline(__always)
    public mutating func put(word: UInt64) {
        UnsafeMutableRawPointer(advance(8)).storeBytes(of: word, as: UInt64.self)
    }

    @inlinable
    @inline(__always)
    public mutating func put(_ literal: StaticString) {
        advance(literal.utf8CodeUnitCount).initialize(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
    }

    @inlinable
    @inline(__always)
    public mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        advance(bytes.count).initialize(from: source, count: bytes.count)
    }

    @inlinable
    @inline(__always)
    public mutating func put(_ text: String) { text.withBytes { put($0) } }

    /// The first `count` of sixteen bytes. There must be room for all of them.
    @inlinable
    @inline(__always)
    mutating func put(_ bytes: SIMD16<UInt8>, count: Int) {
        precondition(16 <= capacity &- written, "more is written than was reserved")
        UnsafeMutableRawPointer(start + written).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
        written &+= count
    }

    /// A part of a literal.
    @inlinable
    public mutating func put(_ literal: StaticString, _ range: Range<Int>) {
        literal.withUTF8Buffer { put(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// A number from 0 to 99.
    @inlinable
    @inline(__always)
    public mutating func put(twoDigits value: Int) {
        put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value / 10))
        put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10))
    }

    /// A number that is not negative, with zeros before it up to `width` digits.
    @inlinable
    public mutating func put(_ value: Int, width: Int) {
        var digits = 1
        var rest = value.magnitude / 10
        while rest > 0 || digits < width {
            digits += 1
            rest /= 10
        }
        let place = advance(digits)
        rest = value.magnitude
        for index in stride(from: digits - 1, through: 0, by: -1) {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place[index] = UInt8(ascii: "0") + UInt8(digit)
            rest = quotient
        }
    }
}

extension [UInt8] {
    /// Appends what `body` writes, at most `size` bytes.
    @inlinable
    @inline(__always)
    public mutating func append(atMost size: Int, _ body: (inout ByteCursor) -> Void) {
        append(addingCapacity: size) { (output: inout OutputSpan<UInt8>) in
            output.withUnsafeMutableBufferPointer { buffer, count in
                var cursor = ByteCursor(UnsafeMutableBufferPointer(rebasing: buffer[count...]))
                body(&cursor)
                count += cursor.count
            }
        }
    }
}

extension String {
    /// The text that `body` writes, at most `size` bytes of UTF-8.
    @inlinable
    @inline(__always)
    public init(atMost size: Int, _ body: (inout ByteCursor) -> Void) {
        self.init(unsafeUninitializedCapacity: size) { buffer in
            var text = ByteCursor(buffer)
            body(&text)
            return text.count
        }
    }
}

extension StringProtocol {
    /// Gives the text's UTF-8 to `body`, without a copy where it lies in one piece.
    @inlinable
    @inline(__always)
    public func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }
}
