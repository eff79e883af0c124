import Text

extension Duration {
    public static func days(_ count: Int) -> Duration { .seconds(count * 86400) }

    /// Cut to whole milliseconds.
    public var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }

    /// Cut to whole seconds.
    public var seconds: Int64 { components.seconds }

    /// Reads `15s`, `10m`, `12h`, `14d`, `2w`; a bare `0` is zero. At most 1,000 years.
    init?(setting text: String) {
        let digits = text.utf8.prefix(while: \.isASCIIDigit)
        guard let count = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        let unit: Int64
        switch text.dropFirst(digits.count) {
        case "s": unit = 1
        case "m": unit = 60
        case "h": unit = 3600
        case "d": unit = 86400
        case "w": unit = 7 * 86400
        case "" where count == 0: unit = 1
        default: return nil
        }
        guard count <= 366_000 * 86400 / unit else { return nil }
        self = .seconds(count * unit)
    }

    /// In the largest unit of seconds, minutes, hours and days that divides it.
    var settingText: String {
        let units: [(Int64, String)] = [(86400, "d"), (3600, "h"), (60, "m")]
        for (unit, name) in units where seconds % unit == 0 { return "\(seconds / unit)\(name)" }
        return "\(seconds)s"
    }
}
