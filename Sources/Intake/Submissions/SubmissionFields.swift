import Comments
import JSON
import Text

/// The fields of one submission as they were sent, sorted by name.
struct SubmissionFields {
    /// In the order in which they came.
    private var values: [FieldValue]
    /// Where each name's value is among them.
    private var places = InlineArray<64, UInt8>(repeating: 0)
    /// The names that have one, a bit each.
    private var present: UInt64 = 0
    /// The names that were asked for.
    private var taken: UInt64 = 0
    private var extras = ExtraFields()
    private(set) var filledHoneypot = false
    private(set) var problems: [Problem] = []

    init() {
        values = []
        values.reserveCapacity(Self.usualCount)
    }

    /// About as many as a site's form and handler send.
    private static let usualCount = 14

    // MARK: Collecting

    /// - Returns: false where the field is there already.
    mutating func set(_ name: SubmissionName, _ value: consuming FieldValue) -> Bool {
        if has(name) { return false }
        present |= name.bit
        places[name.rawValue] = UInt8(values.count)
        values.append(value)
        return true
    }

    /// Takes the later one where a field comes twice, as forms do.
    mutating func replace(_ name: SubmissionName, _ value: FieldValue) {
        if !set(name, value) { values[Int(places[name.rawValue])] = value }
    }

    mutating func setHoneypot(_ value: FieldValue) {
        switch value {
        case .text(let text): filledHoneypot = filledHoneypot || !text.isBlank
        case .bool(let flag): filledHoneypot = filledHoneypot || flag
        case .number, .compound, .broken: filledHoneypot = true
        }
    }

    /// - Returns: false where the field is there already.
    mutating func addExtra(_ name: String, _ write: (inout JSONWriter) -> Void) -> Bool {
        extras.add(name, write)
    }

    /// More than these would tell nobody more.
    private static let mostProblems = 32

    /// Keeps a problem, unless it was told already.
    mutating func report(_ problem: Problem) {
        if problems.count < Self.mostProblems, !problems.contains(problem) { problems.append(problem) }
    }

    // MARK: Asking

    func has(_ name: SubmissionName) -> Bool { present & name.bit != 0 }

    private func value(_ name: SubmissionName) -> FieldValue? {
        has(name) ? values[Int(places[name.rawValue])] : nil
    }

    /// Whether a field other than `url` names the thread, so that `url` is the author's.
    var namesThread: Bool {
        SubmissionField.thread.contains { value($0).map { !$0.isEmpty } ?? false }
    }

    /// The value of the first of `names` that says something.
    mutating func value(_ names: [SubmissionName]) -> FieldValue? {
        var hasEmpty = false
        for name in names {
            guard let value = value(name) else { continue }
            taken |= name.bit
            if !value.isEmpty { return value }
            hasEmpty = true
        }
        return hasEmpty ? .text("") : nil
    }

    /// A text; a problem where it is something else.
    /// - Parameters:
    ///   - field: our name of the field.
    ///   - integers: whether a whole number is taken as its text.
    mutating func text(_ names: [SubmissionName], _ field: String, integers: Bool = false) -> String? {
        guard let value = value(names) else { return nil }
        switch value {
        case .text(let text): return text
        case .number(let number)
        where integers && number.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") }):
            return number
        case .broken(let reason):
            report(SubmissionProblem.encoding(field, reason))
        case .number, .bool, .compound:
            report(SubmissionProblem.wrongType(field, value))
        }
        return nil
    }

    /// Unknown fields, and known ones whose place another name took.
    mutating func extra() -> String? {
        var rest = present & ~taken
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            rest &= rest - 1
            guard let name = SubmissionName(rawValue: place), let value = value(name) else { continue }
            _ = extras.add(name.spelling) { json in
                switch value {
                case .text(let text): json.string(text)
                case .number(let number): json.raw(number)
                case .bool(let flag): json.bool(flag)
                case .compound, .broken: json.null()
                }
            }
        }
        return extras.finish()
    }
}

extension SubmissionName {
    fileprivate var bit: UInt64 { 1 << UInt64(rawValue) }
}
