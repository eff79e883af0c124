/// Buckets as they are collected, each once in its group.
struct FeatureSet {
    private(set) var counts = [Int](repeating: 0, count: FeatureGroup.allCases.count)
    /// Room of which the first `count` are taken.
    private var room = [UInt32](repeating: 0, count: 1024)
    private var count = 0
    private var groupStart = 0
    /// A bit a bucket: whether the group being collected has it.
    private var seen = [UInt64](repeating: 0, count: FeatureVector.bucketCount / 64)

    var buckets: [UInt32] { Array(room[..<count]) }
    var countInGroup: Int { count - groupStart }

    mutating func removeAll() {
        count = 0
        groupStart = 0
    }

    @inline(__always)
    static func bucket(_ hash: UInt32) -> UInt32 { FeatureHash.mix(hash) >> (32 - FeatureVector.bucketBits) }

    /// Adds a feature's bucket to the group being collected and returns it.
    @inline(__always)
    @discardableResult
    mutating func add(_ hash: UInt32) -> UInt32 {
        reserve(1)
        let bucket = Self.bucket(hash)
        let bit: UInt64 = 1 << UInt64(bucket & 63)
        let word = Int(bucket >> 6)
        if seen[word] & bit == 0 {
            seen[word] |= bit
            room[count] = bucket
            count += 1
        }
        return bucket
    }

    /// Adds the bucket of every four bytes in a row.
    mutating func addWindows(of text: [UInt8], salt: UInt32, _ observer: inout some FeatureObserver) {
        guard text.count > 3 else { return }
        reserve(text.count)
        Self.addWindows(of: text, salt: salt, to: &room, &seen, &count, &observer)
    }

    mutating func end(_ group: FeatureGroup) {
        counts[group.rawValue] = countInGroup
        for index in groupStart..<count { seen[Int(room[index] >> 6)] = 0 }
        groupStart = count
    }

    private mutating func reserve(_ more: Int) {
        if count + more > room.count { room += [UInt32](repeating: 0, count: room.count + more) }
    }

    private static func addWindows(
        of text: [UInt8],
        salt: UInt32,
        to room: inout [UInt32],
        _ seen: inout [UInt64],
        _ count: inout Int,
        _ observer: inout some FeatureObserver
    ) {
        room.withUnsafeMutableBufferPointer { room in
            seen.withUnsafeMutableBufferPointer { seen in
                text.withUnsafeBufferPointer { text in
                    var window = UInt32(text[0]) << 8 | UInt32(text[1]) << 16 | UInt32(text[2]) << 24
                    for index in 3..<text.count {
                        window = window >> 8 | UInt32(text[index]) << 24
                        let bucket = bucket(window &* 0x9E37_79B1 ^ salt)
                        // Written in any case, and kept by moving on: whether a window was seen is hard to foretell.
                        let bit: UInt64 = 1 << UInt64(bucket & 63)
                        let word = seen[Int(bucket >> 6)]
                        room[count] = bucket
                        count += word & bit == 0 ? 1 : 0
                        seen[Int(bucket >> 6)] = word | bit
                        observer.saw(bucket, .windows, at: index - 3..<index + 1)
                    }
                }
            }
        }
    }
}
