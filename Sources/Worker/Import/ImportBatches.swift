import Feeds

/// The records of an export, read and analysed on several cores, batch by batch: one while the one before is recorded.
actor ImportBatches {
    struct Batch: Sendable {
        let steps: [ImportStep]
        /// How many records of the export have been read with this batch.
        let end: Int
        let bytesRead: Int
    }

    private let source: any RecordSource
    private let analyzer: ImportAnalyzer
    private let drain: DrainOptions
    private var index: Int

    /// - Parameter start: how many records were taken before.
    /// - Throws: as `RecordSource.next`.
    init(_ export: ForeignExport, from start: Int, _ analyzer: ImportAnalyzer, drain: DrainOptions) throws {
        source = try export.open()
        self.analyzer = analyzer
        self.drain = drain
        try source.skip(start)
        index = start
    }

    /// What was wrong with a file that was read nevertheless; known at its end.
    var problems: [String] { source.problems }

    /// nil at the end.
    /// - Throws: as `RecordSource.next`.
    func next() async throws -> Batch? {
        let records = try source.next(limit: drain.batch)
        guard !records.isEmpty else { return nil }
        let (first, analyzer, bytesRead) = (index, analyzer, source.bytesRead)
        index += records.count
        let steps = try await analyzer.analyzer.share(Array(records.enumerated()), cores: drain.cores) {
            analyzer.step($0.element, at: first + $0.offset, $1)
        }
        return Batch(steps: steps.compactMap(\.self), end: first + records.count, bytesRead: bytesRead)
    }
}
