/// The flags that an expression may set within itself.
struct ExpressionFlags: Equatable {
    var ignoringCase: Bool
    var isMultiline = false
    var isVerbose = false
    var dotMatchesNewline = true

    init(ignoringCase: Bool) { self.ignoringCase = ignoringCase }

    /// Sets or clears a flag by its letter; false where it is none that can be used.
    mutating func set(_ letter: UInt32, to value: Bool) -> Bool {
        switch Unicode.Scalar(letter) {
        case "i": ignoringCase = value
        case "m": isMultiline = value
        case "s": dotMatchesNewline = value
        case "x": isVerbose = value
        case "u": return value
        default: return false
        }
        return true
    }
}
