import Digests

extension PatternDatabase.Check {
    private enum Kind: CaseIterable {
        case literal
        case expression
        /// Of the same source as the expression before.
        case branch
    }

    func write(to writer: inout SealedWriter, after previous: inout ExpressionOrigin) {
        switch self {
        case .literal(let literal):
            writer.put(Kind.literal)
            writer.put(bytes: literal.needle)
            writer.put(literal.casing)
            writer.put(literal.frame)
            writer.put(literal.mustBeVerified)
        case .expression(let confirmation):
            let origin = confirmation.origin
            if origin.source == previous.source, origin.ignoringCase == previous.ignoringCase {
                writer.put(Kind.branch)
            } else {
                writer.put(Kind.expression)
                writer.put(origin.source)
                writer.put(origin.ignoringCase)
                previous = origin
            }
            writer.put(origin.branch ?? -1)
        }
    }

    init(from reader: inout SealedReader, after previous: inout ExpressionOrigin) throws(SealedReader.Damage) {
        let kind: Kind = try reader.choice()
        switch kind {
        case .literal:
            self = .literal(
                Literal(
                    needle: Array(try reader.slice()),
                    casing: try reader.choice(),
                    frame: try reader.choice(),
                    mustBeVerified: try reader.flag()
                )
            )
        case .expression, .branch:
            let source = kind == .branch ? previous.source : try reader.text()
            let ignoringCase = kind == .branch ? previous.ignoringCase : try reader.flag()
            let branch = try reader.number()
            previous = ExpressionOrigin(source: source, ignoringCase: ignoringCase, branch: branch < 0 ? nil : branch)
            self = .expression(Confirmation(previous))
        }
    }
}

extension SealedWriter {
    /// Numbers that grow, by their differences.
    mutating func put(ascending numbers: [Int]) {
        put(numbers.count)
        var last = 0
        for number in numbers {
            put(number - last)
            last = number
        }
    }
}

extension SealedReader {
    mutating func ascending() throws(Damage) -> [Int] {
        var last = 0
        return try list { reader throws(Damage) in
            let (number, overflow) = last.addingReportingOverflow(try reader.number())
            guard !overflow, number >= last else { throw Damage() }
            last = number
            return number
        }
    }
}
