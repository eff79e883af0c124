import Text

/// Domains among which hosts are looked up, by their letters in NFC. An object, so that handing it on copies nothing.
public final class DomainList: Sendable {
    public let domains: Set<String>
    /// All in the order of their bytes, in one buffer.
    private let bytes: [UInt8]
    /// Where each begins, and where the last one ends.
    private let starts: [Int]

    init(_ domains: Set<String>) {
        self.domains = domains
        let ordered = domains.map { Array($0.nfc.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        bytes = Array(ordered.joined())
        starts = ordered.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    /// The domain of the list that a host is, or lies in.
    func entry(of host: UnsafeBufferPointer<UInt8>) -> String? {
        guard host.isASCII else { return String(decoding: host, as: UTF8.self).nfc.withBytes { suffix(of: $0) } }
        return suffix(of: host)
    }

    private func suffix(of host: UnsafeBufferPointer<UInt8>) -> String? {
        var start = 0
        while true {
            let suffix = UnsafeBufferPointer(rebasing: host[start...])
            if contains(suffix) { return String(decoding: suffix, as: UTF8.self) }
            guard let dot = suffix.firstIndex(of: UInt8(ascii: ".")) else { return nil }
            start += dot + 1
        }
    }

    private func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var low = 0
            var high = starts.count - 1
            while low < high {
                let middle = (low + high) / 2
                let domain = bytes[starts[middle]..<starts[middle + 1]]
                if domain.elementsEqual(name) { return true }
                if domain.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
            }
            return false
        }
    }
}
