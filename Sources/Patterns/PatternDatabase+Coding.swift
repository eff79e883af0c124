public import Digests

/// A database as part of a sealed file: all but Vectorscan's own databases, which are in a file of their own.
extension PatternDatabase {
    public func write(to writer: inout SealedWriter) {
        writer.put(bytes: key.bytes)
        writer.put(fields) { writer, field in
            let plan = FieldPlan(field)
            writer.put(ascending: plan.scanned)
            writer.put(ascending: plan.unscanned)
        }
        writer.put(checks.count)
        var origin = ExpressionOrigin(source: "", ignoringCase: false, branch: nil)
        for (entry, check) in checks.enumerated() {
            writer.put(ascending: owners[entry].map(\.index))
            check.write(to: &writer, after: &origin)
        }
    }

    /// - Parameter scans: the file that `compile` kept Vectorscan's databases in.
    /// - Throws: where the bytes are none of `write(to:)`, or that file is missing, damaged or from other patterns.
    public static func read(
        from reader: inout SealedReader,
        scans: String
    ) throws(SealedReader.Damage) -> PatternDatabase {
        guard let key = Digest(Array(try reader.slice())) else { throw SealedReader.Damage() }
        let plans = try reader.list { reader throws(SealedReader.Damage) in
            FieldPlan(scanned: try reader.ascending(), unscanned: try reader.ascending())
        }
        let count = try reader.count()
        guard plans.allSatisfy({ ($0.scanned.last ?? -1) < count && ($0.unscanned.last ?? -1) < count }) else {
            throw SealedReader.Damage()
        }
        var owners = PatternOwners(entryCount: count)
        var checks: [Check] = []
        checks.reserveCapacity(count)
        var origin = ExpressionOrigin(source: "", ignoringCase: false, branch: nil)
        for _ in 0..<count {
            owners.append(try reader.ascending().lazy.map(PatternID.init))
            checks.append(try Check(from: &reader, after: &origin))
        }
        guard let loaded = PatternCache(scans).load(key, fieldCount: plans.count),
            loaded.allSatisfy({ $0.refused.allSatisfy((0..<count).contains) })
        else { throw SealedReader.Damage() }
        let fields = zip(plans, loaded).map { $0.field($1) }
        return PatternDatabase(checks: checks, owners: owners, fields: fields, key: key)
    }
}
