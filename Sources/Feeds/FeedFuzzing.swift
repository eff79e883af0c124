/// The whole way of hostile bytes through this module, for fuzzers: whatever they are, it ends and nothing traps.
public enum FeedFuzzing {
    /// Reads `bytes` as a feed and as an export of the format that they begin like.
    public static func run(_ bytes: [UInt8]) {
        let limits = FeedLimits(entry: 1 << 20, json: 1 << 20)
        _ = try? FeedReader.read(bytes, base: "http://example.com/a/", limits: limits)
        guard let format = ImportFormat.detect(bytes) else { return }
        let importer = CommentImporter(format, limits: limits) { _ in }
        try? importer.read(bytes)
        try? importer.finish()
    }
}
