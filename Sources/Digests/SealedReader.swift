/// Reads what a `SealedWriter` wrote. Never goes beyond its bytes, whatever they are.
public struct SealedReader {
    /// The bytes are not what is read from them.
    public struct Damage: Error {
        @inlinable
        public init() {}
    }

    @usableFromInline
    var rest: UnsafeRawBufferPointer

    /// - Parameter bytes: must outlive the reader.
    public init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    public var isAtEnd: Bool { rest.isEmpty }

    @inlinable
    public mutating func number() throws(Damage) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        var place = 0
        while place < rest.count, shift < 70 {
            let byte = rest[place]
            place += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 {
                rest = UnsafeRawBufferPointer(rebasing: rest[place...])
                return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
            }
            shift += 7
        }
        throw Damage()
    }

    /// A number of things that take a byte each at least, and so can all be there.
    @inlinable
    public mutating func count() throws(Damage) -> Int {
        let number = try number()
        guard number >= 0, number <= rest.count else { throw Damage() }
        return number
    }

    /// A number below `end`.
    @inlinable
    public mutating func index(below end: Int) throws(Damage) -> Int {
        let number = try number()
        guard number >= 0, number < end else { throw Damage() }
        return number
    }

    @inlinable
    public mutating func flag() throws(Damage) -> Bool {
        guard let first = rest.first, first < 2 else { throw Damage() }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
        return first == 1
    }

    @inlinable
    public mutating func double() throws(Damage) -> Double {
        Double(bitPattern: UInt64(UInt(bitPattern: try number())))
    }

    @inlinable
    public mutating func slice() throws(Damage) -> UnsafeRawBufferPointer {
        let count = try count()
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<count])
    }

    @inlinable
    public mutating func text() throws(Damage) -> String { String(decoding: try slice(), as: UTF8.self) }

    @inlinable
    public mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

    @inlinable
    public mutating func list<Element>(
        _ one: (inout Self) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        let count = try count()
        var list: [Element] = []
        list.reserveCapacity(Swift.min(count, 1 << 16))
        for _ in 0..<count { list.append(try one(&self)) }
        return list
    }

    /// A case by its place among all.
    @inlinable
    public mutating func choice<Choice: CaseIterable>() throws(Damage) -> Choice
    where Choice.AllCases == [Choice] {
        Choice.allCases[try index(below: Choice.allCases.count)]
    }
}
