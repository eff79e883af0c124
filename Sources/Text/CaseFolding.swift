/// Simple case folding (Unicode's CaseFolding.txt, statuses C and S): scalar to scalar, no language's special cases, accents kept.
public struct CaseFolding: Sendable {
    public static let table = CaseFolding()

    /// Which page of 256 deltas serves a scalar's upper bits; page 0 is all zero.
    private let pageIndex: [UInt8]
    private let deltas: [Int32]

    private init() {
        let highest = Self.ranges.map(\.last).max() ?? 0
        var pageIndex = [UInt8](repeating: 0, count: Int(highest >> 8) + 1)
        var deltas = [Int32](repeating: 0, count: 256)
        for range in Self.ranges {
            for scalar in stride(from: range.first, through: range.last, by: Int(range.step)) {
                let upper = Int(scalar >> 8)
                if pageIndex[upper] == 0 {
                    pageIndex[upper] = UInt8(deltas.count >> 8)
                    deltas.append(contentsOf: repeatElement(0, count: 256))
                }
                deltas[Int(pageIndex[upper]) << 8 | Int(scalar & 0xFF)] = range.delta
            }
        }
        self.pageIndex = pageIndex
        self.deltas = deltas
    }

    /// The folding of a scalar's value; itself where it has none.
    public func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
        let upper = Int(scalar >> 8)
        guard upper < pageIndex.count else { return scalar }
        let delta = deltas[Int(pageIndex[upper]) << 8 | Int(scalar & 0xFF)]
        return UInt32(bitPattern: Int32(bitPattern: scalar) &+ delta)
    }
}
