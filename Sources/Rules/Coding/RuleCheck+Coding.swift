import Digests

extension Rule.Check {
    private enum Kind: CaseIterable {
        case search
        case bodyLongerThan
        case bodyShorterThan
        case reports
        case isTopLevel
        case isEdited
        case isSubmitter
        case isModerator
        case isContributor
        case thresholds
    }

    func write(to writer: inout SealedWriter) {
        func put(_ kind: Kind, _ value: Bool) {
            writer.put(kind)
            writer.put(value)
        }
        func put(_ kind: Kind, _ limit: Int, _ withoutQuotes: Bool) {
            writer.put(kind)
            writer.put(limit)
            writer.put(withoutQuotes)
        }
        switch self {
        case .search(let search):
            writer.put(Kind.search)
            search.write(to: &writer)
        case .bodyLongerThan(let limit, let withoutQuotes): put(.bodyLongerThan, limit, withoutQuotes)
        case .bodyShorterThan(let limit, let withoutQuotes): put(.bodyShorterThan, limit, withoutQuotes)
        case .reports(let count):
            writer.put(Kind.reports)
            writer.put(count)
        case .isTopLevel(let value): put(.isTopLevel, value)
        case .isEdited(let value): put(.isEdited, value)
        case .isSubmitter(let value): put(.isSubmitter, value)
        case .isModerator(let value): put(.isModerator, value)
        case .isContributor(let value): put(.isContributor, value)
        case .thresholds(let thresholds, let anySuffices):
            put(.thresholds, anySuffices)
            writer.put(thresholds) { $1.write(to: &$0) }
        }
    }

    init(from reader: inout SealedReader) throws(SealedReader.Damage) {
        let kind: Kind = try reader.choice()
        switch kind {
        case .search: self = .search(try SearchCheck(from: &reader))
        case .bodyLongerThan: self = .bodyLongerThan(try reader.number(), withoutQuotes: try reader.flag())
        case .bodyShorterThan: self = .bodyShorterThan(try reader.number(), withoutQuotes: try reader.flag())
        case .reports: self = .reports(try reader.number())
        case .isTopLevel: self = .isTopLevel(try reader.flag())
        case .isEdited: self = .isEdited(try reader.flag())
        case .isSubmitter: self = .isSubmitter(try reader.flag())
        case .isModerator: self = .isModerator(try reader.flag())
        case .isContributor: self = .isContributor(try reader.flag())
        case .thresholds:
            let anySuffices = try reader.flag()
            self = .thresholds(try reader.list(Threshold.init(from:)), anySuffices: anySuffices)
        }
    }
}

extension SearchCheck {
    func write(to writer: inout SealedWriter) {
        writer.put(name)
        writer.put(subject)
        writer.put(fields) { $0.put($1) }
        writer.put(isNegated)
        writer.put(expression != nil)
        expression?.write(to: &writer)
        writer.put(line)
        writer.put(column)
    }

    init(from reader: inout SealedReader) throws(SealedReader.Damage) {
        name = try reader.text()
        subject = try reader.choice()
        fields = try reader.list { reader throws(SealedReader.Damage) in try reader.choice() }
        isNegated = try reader.flag()
        expression = try reader.flag() ? try SearchExpression(from: &reader) : nil
        line = try reader.number()
        column = try reader.number()
    }
}

extension SearchExpression {
    func write(to writer: inout SealedWriter) {
        writer.put(values) { $0.put($1) }
        writer.put(method.frame)
        writer.put(method.isRegex)
        writer.put(method.ignoresCase)
        writer.put(method.takesSubdomains)
    }

    convenience init(from reader: inout SealedReader) throws(SealedReader.Damage) {
        let values = try reader.list { reader throws(SealedReader.Damage) in try reader.text() }
        let method = SearchMethod(
            frame: try reader.choice(),
            isRegex: try reader.flag(),
            ignoresCase: try reader.flag(),
            takesSubdomains: try reader.flag()
        )
        self.init(values, method)
    }
}
