/// Why a regular expression can't be read.
public struct ExpressionError: Error, Sendable, CustomStringConvertible {
    public enum Problem: Sendable, Equatable {
        case tooLong(limit: Int)
        case tooDeep
        case endsInBackslash
        case nothingToRepeat
        case multipleRepeat
        case repeatOutOfOrder
        case repeatTooLarge(limit: Int)
        case unclosedGroup
        case unopenedGroup
        case unclosedSet
        case unclosedComment
        case badRange
        case badEscape(String)
        case unknownExtension(String)
        case badGroupName(String)
        case duplicateGroupName(String)
        case unknownGroup(String)
        case openGroup(String)
        case tooManyBranches
        case unsupportedFlag(String)
        case lookBehindWidth
    }

    public let problem: Problem
    /// In Unicode scalars from the start.
    public let offset: Int

    /// The text with its offset moved, for an expression that is part of another.
    public func shifted(by distance: Int) -> ExpressionError {
        ExpressionError(problem: problem, offset: max(0, offset + distance))
    }

    public var description: String { "\(problem) at character \(offset + 1)" }
}

extension ExpressionError.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let limit): "longer than \(limit) bytes; split it"
        case .tooDeep: "groups nested too deeply"
        case .endsInBackslash: "ends in a backslash; write \\\\ for a backslash"
        case .nothingToRepeat: "nothing to repeat; write \\*, \\+ or \\? for the character itself"
        case .multipleRepeat: "repeats a repeat; write \\*, \\+ or \\? for the character itself"
        case .repeatOutOfOrder: "the least number of repeats is more than the most"
        case .repeatTooLarge(let limit): "more than \(limit) repeats"
        case .unclosedGroup: "a ( is never closed; write \\( for the character itself"
        case .unopenedGroup: "a ) closes nothing; write \\) for the character itself"
        case .unclosedSet: "a [ is never closed; write \\[ for the character itself"
        case .unclosedComment: "a (?# comment is never closed"
        case .badRange: "a range in [ ] that is out of order or has no end; put - last for the character itself"
        case .badEscape(let text): "\(text) lacks its digits"
        case .unknownExtension(let text): "\(text) is not Python's syntax"
        case .badGroupName(let name): "\(name) is no name for a group"
        case .duplicateGroupName(let name): "two groups are called \(name)"
        case .unknownGroup(let name): "there is no group \(name) before this"
        case .openGroup(let name): "group \(name) refers to itself; a list's values stand in group 1"
        case .tooManyBranches: "a conditional group has more than two branches"
        case .unsupportedFlag(let flag): "the flag \(flag) can't be used on Unicode text"
        case .lookBehindWidth: "look-behind must be of one length"
        }
    }
}
