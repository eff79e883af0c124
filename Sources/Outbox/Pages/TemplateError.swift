/// Why a file of `Templates/` is no template.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Without `.mustache`.
    public let template: String
    /// From 1; nil where no line is at fault.
    public let line: Int?
    public let reason: String

    public var description: String {
        "Templates/\(template).mustache" + (line.map { ":\($0)" } ?? "") + ": " + reason
    }
}
