import Comments
import Spam

/// Under what a comment is found by its neighbours.
struct NeighbourKeys {
    /// Nil for a short text.
    let signature: Signature?
    let hosts: [Int64]

    /// Hosts of one comment that count.
    static let mostHosts = 16

    /// Nil where there is nothing to be found by.
    init?(_ signature: Signature?, hosts: [Int64]) {
        if signature == nil, hosts.isEmpty { return nil }
        self.signature = signature
        self.hosts = Array(hosts.prefix(Self.mostHosts))
    }

    /// As two columns of a row keep them.
    init(_ row: borrowing Row, at column: Int) {
        let stored = row.blob(column)
        let size = stored.count - Signature.bandCount * 8
        signature =
            size < 0 ? nil : Signature(bytes: Array(stored[..<size]), bands: Self.numbers(stored[size...]))
        hosts = Self.numbers(row.blob(column + 1)[...])
    }

    /// For a row: the bytes to compare, then the bands, 8 bytes each.
    var signatureBytes: [UInt8]? {
        guard let signature else { return nil }
        return Self.bytes(signature.bands, after: signature.bytes)
    }

    /// For a row: 8 bytes each.
    var hostBytes: [UInt8]? { hosts.isEmpty ? nil : Self.bytes(hosts) }

    /// The bytes to compare of a row's signature; nil where it has none.
    static func comparable(_ row: borrowing Row, at column: Int) -> [UInt8]? {
        row.isNull(column) ? nil : row.blob(column).dropLast(Signature.bandCount * 8)
    }

    private static func bytes(_ numbers: [Int64], after start: [UInt8] = []) -> [UInt8] {
        var bytes = start
        bytes.reserveCapacity(start.count + 8 * numbers.count)
        for number in numbers {
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return bytes
    }

    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int64] {
        stride(from: bytes.startIndex, to: bytes.endIndex - 7, by: 8).map { start in
            Int64(bitPattern: (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) })
        }
    }
}
