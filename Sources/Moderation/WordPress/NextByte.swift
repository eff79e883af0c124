import Text

extension [UInt8] {
    /// The place of the next of three bytes; the count where none is left.
    func next(_ a: UInt8, _ b: UInt8, _ c: UInt8, from start: Int) -> Int {
        withUnsafeBufferPointer { $0.firstIndex(ofAny: a, b, c, from: start) }
    }

    func next(_ a: UInt8, _ b: UInt8, from start: Int) -> Int {
        withUnsafeBufferPointer { $0.firstIndex(ofAny: a, b, from: start) }
    }

    func next(_ byte: UInt8, from start: Int) -> Int { next(byte, byte, from: start) }

    /// The place of the next `://`; the count where none is left.
    func nextHierarchy(from start: Int) -> Int {
        var colon = next(UInt8(ascii: ":"), from: start)
        while colon < count, !isHierarchy(at: colon) { colon = next(UInt8(ascii: ":"), from: colon + 1) }
        return colon
    }

    /// Whether `//` follows the colon at `colon`.
    func isHierarchy(at colon: Int) -> Bool {
        colon + 2 < count && self[colon + 1] == UInt8(ascii: "/") && self[colon + 2] == UInt8(ascii: "/")
    }
}
