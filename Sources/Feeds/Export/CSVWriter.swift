import Comments

/// RFC 4180 with a header and lines ended by CR LF. What a spreadsheet would run as a formula is written as text (`FormulaGuard`).
struct CSVWriter: ExportWriter {
    mutating func begin() -> [UInt8] {
        Array((ImportColumn.allCases.map(\.rawValue).joined(separator: ",") + "\r\n").utf8)
    }

    mutating func begin(_ post: FeedPost) -> [UInt8] { [] }
    mutating func end() -> [UInt8] { [] }
    mutating func finish() -> [UInt8] { [] }

    mutating func add(_ comment: ImportedComment) -> [UInt8] {
        var row: [UInt8] = []
        for (position, column) in ImportColumn.allCases.enumerated() {
            if position > 0 { row.append(UInt8(ascii: ",")) }
            append(FormulaGuard.guarded(column.text(of: comment) ?? ""), to: &row)
        }
        row.append(contentsOf: "\r\n".utf8)
        return row
    }

    private func append(_ text: String, to row: inout [UInt8]) {
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte < 0x20
        }
        guard needsQuotes else { return row.append(contentsOf: text.utf8) }
        row.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { row.append(byte) }
            row.append(byte)
        }
        row.append(UInt8(ascii: "\""))
    }
}

/// Keeps spreadsheets from taking what somebody wrote for a formula: an apostrophe goes before it, as a person would type it, and is
/// taken away again by an import (OWASP, CSV Injection).
enum FormulaGuard {
    static func guarded(_ text: String) -> String { isRisky(text.utf8[...]) ? "'" + text : text }

    static func unguarded(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "'") && isRisky(text.utf8.dropFirst()) ? String(text.dropFirst()) : text
    }

    /// Begins with what begins a formula, whether guarded already or not.
    private static func isRisky(_ text: Substring.UTF8View) -> Bool {
        guard let first = text.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
        return "=+-@\t\r".utf8.contains(first)
    }
}
