/// One field's entries, divided into those that Vectorscan scans for and those to look at always.
struct FieldPlan: Sendable {
    var scanned: [Int] = []
    var unscanned: [Int] = []

    /// The field as it is searched; what Vectorscan refused is looked at always.
    func field(_ compiled: PatternCache.Field) -> PatternDatabase.Field {
        let refused = Set(compiled.refused)
        return PatternDatabase.Field(
            scan: compiled.database,
            scanned: refused.isEmpty ? scanned : scanned.filter { !refused.contains($0) },
            unscanned: unscanned + compiled.refused,
            refused: compiled.refused
        )
    }
}

extension FieldPlan {
    /// The plan that a field was made by.
    init(_ field: PatternDatabase.Field) {
        let refused = Set(field.refused)
        scanned = (field.scanned + field.refused).sorted()
        unscanned = field.unscanned.filter { !refused.contains($0) }
    }
}
