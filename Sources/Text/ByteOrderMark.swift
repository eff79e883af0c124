/// The mark that some editors put before UTF-8.
public enum ByteOrderMark {
    private static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The length of the mark that `bytes` begin with: 3 or 0.
    public static func length(in bytes: some Collection<UInt8>) -> Int { bytes.starts(with: utf8) ? utf8.count : 0 }
}
