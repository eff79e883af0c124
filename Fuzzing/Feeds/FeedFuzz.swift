import Feeds
import JSON

/// What libFuzzer calls with every input: the whole way of hostile bytes through the readers of feeds and exports.
///
/// They are read at once, and in pieces, which must give the same; whatever they are, it ends and nothing traps.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = entries(of: bytes, size: bytes.count)
    let pieces = entries(of: bytes, size: max(1, Int(bytes.first ?? 0)))
    precondition(whole == pieces, "read in pieces it is another feed")
    guard let format = ImportFormat.detect(bytes) else { return 0 }
    let importer = CommentImporter(format, limits: limits) { _ in }
    try? importer.read(bytes)
    try? importer.finish()
    return 0
}

private let limits = FeedLimits(entry: 1 << 20, json: 1 << 20, export: 1 << 20)

/// The entries as JSON; nil where the bytes are refused.
private func entries(of bytes: [UInt8], size: Int) -> [UInt8]? {
    var json = JSONWriter()
    let reader = FeedReader(base: "http://example.com/a/", limits: limits) { $0.write(to: &json) }
    do {
        for start in stride(from: 0, to: bytes.count, by: max(1, size)) {
            try reader.read(Array(bytes[start..<min(bytes.count, start + size)]))
        }
        _ = try reader.finish()
        return json.bytes
    } catch {
        return nil
    }
}
