public import Digests

/// A rule set as part of a sealed file.
extension RuleSet {
    public func write(to writer: inout SealedWriter) {
        let names = Set(tried.map(\.rule.place.file)).sorted()
        let files = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        writer.put(firstField)
        writer.put(names) { $0.put($1) }
        writer.put(tried) { writer, collected in
            writer.put(collected.firstPattern)
            collected.rule.write(to: &writer, files: files)
        }
        writer.put(diagnostics) { $1.write(to: &$0) }
    }

    /// - Throws: where the bytes are none of `write(to:)`.
    public init(from reader: inout SealedReader) throws(SealedReader.Damage) {
        let firstField = try reader.index(below: 1 << 16)
        let files = try reader.list { reader throws(SealedReader.Damage) in try reader.text() }
        let tried = try reader.list { reader throws(SealedReader.Damage) in
            let firstPattern = try reader.index(below: 1 << 28)
            return CollectedRule(rule: try Rule(from: &reader, files: files), firstPattern: firstPattern)
        }
        let diagnostics = try reader.list(RuleDiagnostic.init(from:))
        self.init(tried, diagnostics: diagnostics, firstField: firstField)
    }
}

extension RuleDiagnostic {
    fileprivate func write(to writer: inout SealedWriter) {
        writer.put(severity)
        writer.put(file)
        writer.put(document)
        writer.put(line)
        writer.put(column)
        writer.put(message)
        writer.put(mend)
    }

    fileprivate init(from reader: inout SealedReader) throws(SealedReader.Damage) {
        severity = try reader.choice()
        file = try reader.text()
        document = try reader.number()
        line = try reader.number()
        column = try reader.number()
        message = try reader.text()
        mend = try reader.optionalText()
    }
}
