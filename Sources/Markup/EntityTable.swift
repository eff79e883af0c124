import Text

/// HTML's named character references.
struct EntityTable: Sendable {
    static let shared = EntityTable()

    /// The longest name.
    static let maximumLength = 31

    private let starts: [UInt16]

    private init() {
        var starts: [UInt16] = []
        var position = 0
        let count = Self.records.utf8CodeUnitCount
        while position < count {
            starts.append(UInt16(position))
            while Self.records.utf8Start[position] != UInt8(ascii: ";") { position += 1 }
            position += 1
        }
        self.starts = starts
    }

    /// The scalars that a name stands for.
    /// - Parameter isTerminated: whether a semicolon follows; only some names of old are known without.
    func scalars(of name: ArraySlice<UInt8>, isTerminated: Bool) -> (UInt32, UInt32?)? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            let (order, end) = compare(name, recordAt: Int(starts[middle]))
            if order == 0 { return value(from: end, isTerminated: isTerminated) }
            if order > 0 { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Negative, zero or positive as the name comes before, is or comes after the record's; and where that one's name ends.
    private func compare(_ name: ArraySlice<UInt8>, recordAt start: Int) -> (order: Int, end: Int) {
        var position = start
        for byte in name {
            let other = Self.records.utf8Start[position]
            if other == UInt8(ascii: "=") || other == UInt8(ascii: "!") { return (1, position) }
            if byte != other { return (byte < other ? -1 : 1, position) }
            position += 1
        }
        let other = Self.records.utf8Start[position]
        return (other == UInt8(ascii: "=") || other == UInt8(ascii: "!") ? 0 : -1, position)
    }

    private func value(from start: Int, isTerminated: Bool) -> (UInt32, UInt32?)? {
        var position = start
        if Self.records.utf8Start[position] == UInt8(ascii: "!") {
            position += 1
        } else if !isTerminated {
            return nil
        }
        position += 1
        let first = hexadecimal(&position)
        guard Self.records.utf8Start[position] == UInt8(ascii: "+") else { return (first, nil) }
        position += 1
        return (first, hexadecimal(&position))
    }

    private func hexadecimal(_ position: inout Int) -> UInt32 {
        var value: UInt32 = 0
        while let digit = Self.records.utf8Start[position].hexDigitValue {
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
