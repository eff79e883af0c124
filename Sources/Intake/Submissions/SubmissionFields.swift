import Comments
import JSON
import Text

/// The fields of one submission as they were sent, sorted by name.
struct SubmissionFields {
    private var values = [FieldValue?](repeating: nil, count: SubmissionName.allCases.count)
    private var taken: UInt64 = 0
    private var extras = ExtraFields()
    private(set) var filledHoneypot = false
    private(set) var problems: [Problem] = []

    // MARK: Collecting

    /// - Returns: false where the field is there already.
    mutating func set(_ name: SubmissionName, _ value: FieldValue) -> Bool {
        guard values[name.rawValue] == nil else { return false }
        values[name.rawValue] = value
        return true
    }

    /// Takes the later one where a field comes twice, as forms do.
    mutating func replace(_ name: SubmissionName, _ value: FieldValue) {
        values[name.rawValue] = value
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

    func has(_ name: SubmissionName) -> Bool { values[name.rawValue] != nil }

    /// Whether a field other than `url` names the thread, so that `url` is the author's.
    var namesThread: Bool {
        SubmissionField.thread.contains { values[$0.rawValue].map { !$0.isEmpty } ?? false }
    }

    /// The value of the first of `names` that says something.
    mutating func value(_ names: [SubmissionName]) -> FieldValue? {
        var hasEmpty = false
        for name in names {
            guard let value = values[name.rawValue] else { continue }
            taken |= 1 << name.rawValue
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
        for place in values.indices where taken & 1 << place == 0 {
            guard let value = values[place], let name = SubmissionName(rawValue: place) else { continue }
            _ = extras.add(name.spelling) { json in
                switch value {
                case .text(let text): json.string(text)
                case .number(let number): json.raw(number)
                case .bool(let flag): json.bool(flag)
                case .compound, .broken: json.null()
                }
            }
        }
        return extras.text
    }
}
