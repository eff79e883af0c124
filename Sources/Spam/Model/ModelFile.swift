import Glibc

/// The model's file: a page with the header, then the buckets, all little-endian.
///
///     0  "moderato"        32  spam      64  offset
///     8  format (32 bits)  40  ham       72  lineage
///     12 bucket bits       48  bias      80  checksum of the buckets
///     16 sequence          56  slope     88  checksum of bytes 0..<88 and the file's size
enum ModelFile {
    /// Goes up with every change of the layout or of the features.
    static let format: UInt32 = 1
    static let headerSize = 4096
    static let size = headerSize + ModelStorage.size
    static let checkedSize = 96

    private static let magic = Array("moderato".utf8)

    static func header(of model: Model) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: headerSize)
        bytes.replaceSubrange(0..<8, with: magic)
        put(UInt64(format) | UInt64(FeatureVector.bucketBits) << 32, at: 8, in: &bytes)
        put(UInt64(bitPattern: model.sequence), at: 16, in: &bytes)
        put(model.spam, at: 32, in: &bytes)
        put(model.ham, at: 40, in: &bytes)
        put(model.bias.bitPattern, at: 48, in: &bytes)
        put(model.calibration.slope.bitPattern, at: 56, in: &bytes)
        put(model.calibration.offset.bitPattern, at: 64, in: &bytes)
        put(model.lineage.value, at: 72, in: &bytes)
        put(model.storage.withBuckets { Checksum.of(UnsafeRawBufferPointer($0)) }, at: 80, in: &bytes)
        put(bytes[..<checkedSize].withUnsafeBytes { Checksum.of($0) }, at: 88, in: &bytes)
        return bytes
    }

    /// Checks a header, before the buckets are looked at.
    static func check(_ header: [UInt8], path: String) throws(ModelError) {
        guard header.count >= checkedSize, header.starts(with: magic) else { throw .notAModel(path: path) }
        let found = UInt32(truncatingIfNeeded: word(header, 8))
        if found < format { throw .olderFormat(path: path, found: found) }
        if found > format { throw .newerFormat(path: path, found: found) }
        var checked = Array(header[..<checkedSize])
        put(0, at: 88, in: &checked)
        guard checked.withUnsafeBytes({ Checksum.of($0) }) == word(header, 88),
            word(header, 8) >> 32 == UInt64(FeatureVector.bucketBits)
        else { throw .corrupt(path: path) }
    }

    /// The model of a checked header and its buckets.
    static func model(_ header: [UInt8], _ storage: ModelStorage, path: String) throws(ModelError) -> Model {
        guard storage.withBuckets({ Checksum.of(UnsafeRawBufferPointer($0)) }) == word(header, 80) else {
            throw .corrupt(path: path)
        }
        var model = Model(storage: storage)
        model.sequence = Int64(bitPattern: word(header, 16))
        model.spam = word(header, 32)
        model.ham = word(header, 40)
        model.bias = Double(bitPattern: word(header, 48))
        model.calibration.slope = Double(bitPattern: word(header, 56))
        model.calibration.offset = Double(bitPattern: word(header, 64))
        model.lineage = Lineage(word(header, 72))
        return model
    }

    private static func put(_ value: UInt64, at offset: Int, in bytes: inout [UInt8]) {
        for index in 0..<8 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(index))) }
    }

    private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << (8 * UInt64($1)) }
    }
}
