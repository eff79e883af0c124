/// How a body is to be read.
public enum BodyFormat: String, Sendable, CaseIterable {
    /// WordPress's way: its elements, and paragraphs, breaks and links are made.
    case auto
    /// Everything is shown as typed; paragraphs, breaks and links are made.
    case text
    /// Our elements only; nothing is made.
    case html
    /// CommonMark without extensions.
    case markdown
}
