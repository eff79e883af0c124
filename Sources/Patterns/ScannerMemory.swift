/// The libraries' working memory of one scanner.
struct ScannerMemory: Sendable {
    /// Nil where nothing is scanned for.
    let scratch: ScanScratch?
    let matcher: Matcher

    /// Nil where memory is out.
    init?(for database: PatternDatabase) {
        let scans = database.fields.compactMap(\.scan)
        guard let matcher = Matcher() else { return nil }
        self.matcher = matcher
        scratch = scans.isEmpty ? nil : ScanScratch(for: scans)
        if scratch == nil, !scans.isEmpty { return nil }
    }
}
