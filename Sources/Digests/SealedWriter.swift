/// Writes the content of a sealed file: numbers of as many bytes as they need, all else with its length before it.
public struct SealedWriter {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// LEB128 of the number and its sign, so that small ones of either sign take a byte.
    public mutating func put(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    public mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    public mutating func put(_ number: Double) { put(Int(bitPattern: UInt(number.bitPattern))) }

    public mutating func put(_ text: String) { put(bytes: text.utf8) }

    public mutating func put(_ text: String?) {
        put(text != nil)
        if let text { put(text) }
    }

    public mutating func put(bytes content: some Collection<UInt8>) {
        put(content.count)
        bytes.append(contentsOf: content)
    }

    public mutating func put<Element>(_ list: some Collection<Element>, _ one: (inout Self, Element) -> Void) {
        put(list.count)
        for element in list { one(&self, element) }
    }

    /// A case by its place among all.
    public mutating func put<Choice: CaseIterable & Equatable>(_ choice: Choice) {
        put(Array(Choice.allCases).firstIndex(of: choice) ?? 0)
    }
}
