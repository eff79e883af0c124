/// Numbers as YAML 1.1 writes them and PyYAML reads them.
enum PlainNumber {
    /// `12`, `1_000`, `0x1F`, `0b11`, `017` (octal), `1:30` (base 60).
    static func int(_ text: String) -> Int? {
        var digits = Substring(text.filter { $0 != "_" })
        let sign = digits.hasPrefix("-") ? -1 : 1
        if digits.hasPrefix("-") || digits.hasPrefix("+") { digits.removeFirst() }
        // An underscore can't stand where the number begins.
        guard let first = digits.first, first.isASCII, first.isNumber, !text.drop(while: "+-".contains).hasPrefix("_")
        else {
            return nil
        }
        if digits.hasPrefix("0x") { return unsigned(digits.dropFirst(2), radix: 16).map { sign * $0 } }
        if digits.hasPrefix("0b") { return unsigned(digits.dropFirst(2), radix: 2).map { sign * $0 } }
        if digits.hasPrefix("0"), digits.count > 1 { return unsigned(digits, radix: 8).map { sign * $0 } }
        if digits.contains(":") { return sexagesimal(digits).map { sign * $0 } }
        return unsigned(digits, radix: 10).map { sign * $0 }
    }

    private static func unsigned(_ digits: Substring, radix: Int) -> Int? {
        digits.allSatisfy { $0.isASCII && $0.isHexDigit } ? Int(digits, radix: radix) : nil
    }

    private static func sexagesimal(_ digits: Substring) -> Int? {
        var total = 0
        for (place, part) in digits.split(separator: ":", omittingEmptySubsequences: false).enumerated() {
            guard let value = unsigned(part, radix: 10), place == 0 || (value < 60 && part.count <= 2) else {
                return nil
            }
            let (product, overflow) = total.multipliedReportingOverflow(by: 60)
            guard !overflow, product <= Int.max - value else { return nil }
            total = product + value
        }
        return total
    }

    /// `1.5`, `.5`, `1.5e+3`, `.inf`, `.nan`.
    static func float(_ text: String) -> Double? {
        let digits = text.filter { $0 != "_" }
        let unsigned = digits.drop { $0 == "+" || $0 == "-" }
        guard digits.count - unsigned.count <= 1 else { return nil }
        switch unsigned {
        case ".inf", ".Inf", ".INF": return digits.hasPrefix("-") ? -.infinity : .infinity
        case ".nan", ".NaN", ".NAN": return .nan
        default: break
        }
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].allSatisfy(\.isASCIIDigit), parts[0].count + parts[1].count > 0 else {
            return nil
        }
        let fraction = parts[1].prefix(while: \.isASCIIDigit)
        guard !parts[0].isEmpty || !fraction.isEmpty else { return nil }
        var exponent = parts[1].dropFirst(fraction.count)
        if !exponent.isEmpty {
            // Without a sign PyYAML sees no exponent.
            guard exponent.removeFirst().lowercased() == "e", let sign = exponent.first, sign == "+" || sign == "-",
                exponent.count > 1, exponent.dropFirst().allSatisfy(\.isASCIIDigit)
            else { return nil }
        }
        return Double(digits.hasSuffix(".") ? digits + "0" : digits.hasPrefix(".") ? "0" + digits : digits)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
