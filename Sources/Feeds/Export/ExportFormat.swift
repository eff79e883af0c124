/// What comments are exported to, beside feeds.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// WXR 1.2, which WordPress's importer takes back.
    case wxr
    /// Disqus's XML.
    case disqus
    case csv
    /// One JSON object a line.
    case jsonl
}
