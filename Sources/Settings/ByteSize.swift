import Text

/// A number of bytes as settings write it.
enum ByteSize {
    private static let units: [(bytes: Int, name: String)] = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]

    /// Reads `64KiB`, `100MiB`, `1GiB`, `512B` and bare bytes.
    static func parse(_ text: String) -> Int? {
        let digits = text.utf8.prefix(while: \.isASCIIDigit)
        guard let count = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        let name = text.dropFirst(digits.count)
        if name.isEmpty || name == "B" { return count }
        guard let unit = units.first(where: { $0.name == name }), count <= Int.max / unit.bytes else { return nil }
        return count * unit.bytes
    }

    static func text(_ bytes: Int) -> String {
        for unit in units where bytes > 0 && bytes % unit.bytes == 0 { return "\(bytes / unit.bytes)\(unit.name)" }
        return "\(bytes)B"
    }
}
