/// Why settings cannot be used, where, and how to mend it.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Path of the file, or `environment`.
    public let file: String
    /// From 1; nil where the fault has no place.
    public let line: Int?
    public let column: Int?
    public let message: String

    public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    public var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let column { place += ":\(column)" }
        return "\(place): \(message)"
    }
}
