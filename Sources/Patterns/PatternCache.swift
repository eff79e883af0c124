import Digests

/// The file in which Vectorscan's databases are kept: for each field the entries that Vectorscan refused and the serialized database.
struct PatternCache {
    struct Field {
        var database: ScanDatabase?
        var refused: [Int]
    }

    private let file: SealedFile

    init(_ path: String) { file = SealedFile(path, kind: "MDPATTERN2") }

    /// Nil where the file is missing, damaged, or from other patterns.
    func load(_ key: Digest, fieldCount: Int) -> [Field]? {
        file.withContent(key) { bytes in
            var reader = SealedReader(bytes)
            guard let fields = try? reader.list(Self.field), fields.count == fieldCount, reader.isAtEnd else {
                return nil
            }
            return fields
        }
    }

    private static func field(_ reader: inout SealedReader) throws(SealedReader.Damage) -> Field {
        let refused = try reader.list { reader throws(SealedReader.Damage) in try reader.number() }
        let bytes = try reader.slice()
        guard !bytes.isEmpty else { return Field(database: nil, refused: refused) }
        guard let database = ScanDatabase(serialized: bytes) else { throw SealedReader.Damage() }
        return Field(database: database, refused: refused)
    }

    func store(_ fields: [PatternDatabase.Field], _ key: Digest) {
        var writer = SealedWriter()
        var isWhole = true
        writer.put(fields) { writer, field in
            writer.put(field.refused) { $0.put($1) }
            let bytes = try? field.scan?.serialized() ?? []
            isWhole = isWhole && bytes != nil
            writer.put(bytes: bytes ?? [])
        }
        if isWhole { file.store(writer.bytes, key) }
    }
}
