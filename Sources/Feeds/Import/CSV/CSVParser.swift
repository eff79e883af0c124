/// Reads CSV (RFC 4180) in pieces, row by row. Commas, semicolons or tabs separate, whichever the first line has most of.
struct CSVParser {
    private let limit: Int
    private var row: [[UInt8]] = []
    private var field: [UInt8] = []
    private var rowBytes = 0
    private var isQuoted = false
    private var afterQuote = false
    private var separator: UInt8?
    private(set) var line = 1

    init(limit: Int) { self.limit = limit }

    /// - Throws: `ImportError.tooLong` for a row over the limit, or what `onRow` threw.
    mutating func read(_ bytes: [UInt8], onRow: ([String]) throws -> Void) throws {
        let separator = separator ?? Self.separator(of: bytes)
        self.separator = separator
        for byte in bytes {
            rowBytes += 1
            guard rowBytes <= limit else { throw ImportError.tooLong(what: "a row", allowed: limit, line: line) }
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte == UInt8(ascii: "\"") { (isQuoted, afterQuote) = (false, true) } else { field.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where afterQuote:
                field.append(byte)
                isQuoted = true
            case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
            case separator: endField()
            case 0x0D: break
            case 0x0A: try endRow(onRow)
            default: field.append(byte)
            }
            afterQuote = false
        }
    }

    mutating func finish(onRow: ([String]) throws -> Void) throws {
        if !field.isEmpty || !row.isEmpty { try endRow(onRow) }
    }

    private mutating func endField() {
        row.append(field)
        field = []
    }

    private mutating func endRow(_ onRow: ([String]) throws -> Void) throws {
        endField()
        let strings = row.map { String(decoding: $0, as: UTF8.self) }
        row = []
        rowBytes = 0
        if strings.count > 1 || strings.first != "" { try onRow(strings) }
    }

    private static func separator(of head: [UInt8]) -> UInt8 {
        let line = head.prefix { $0 != 0x0A }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        return candidates.max { one, other in
            line.count { $0 == one } < line.count { $0 == other }
        } ?? UInt8(ascii: ",")
    }
}
