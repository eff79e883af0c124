import Comments
import Text

/// The dates of feeds in the wild: one table of formats, tried in order.
enum FeedDate {
    /// The moment that `text` names; a date without a time is its midnight, one without a zone is in UTC.
    static func parse(_ text: String) -> Timestamp? {
        var text = text
        return text.withUTF8(parse)
    }

    /// As above, of UTF-8.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard bytes.count <= 100 else { return nil }
        if let time = parsePlain(bytes) { return time }
        let text = bytes.string
        if let exact = Timestamp(rfc3339: text) { return exact }
        let lower = text.lowercased()
        for format in formats {
            if let fields = format(lower), let time = fields.timestamp { return time }
        }
        return nil
    }

    /// Reads the two forms that nearly all feeds write, and only them.
    static func parsePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        (PlainDate.rfc822(bytes) ?? PlainDate.rfc3339(bytes))?.timestamp
    }

    private static let formats: [@Sendable (String) -> DateFields?] = [
        w3c, rfc822, compact, asctime, slashed, hungarian, korean,
    ]

    /// W3CDTF and what is near it: `2003`, `2003-12`, `2003-12-31T10:14+02:00`, `2003-12-31 10:14:55 EST`.
    private static func w3c(_ text: String) -> DateFields? {
        var parts = text.split(separator: "t", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 1 || parts[0].contains(" ") { parts = text.split(separator: " ", maxSplits: 1) }
        guard let first = parts.first, parts.count <= 2 else { return nil }
        let date = first.trimmingSpaces.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard date[0].count == 4, let year = number(date[0]) else { return nil }
        var fields = DateFields(year: year)
        if date.count > 1 {
            guard let month = number(date[1]) else { return nil }
            fields.month = month
        }
        if date.count > 2 {
            guard let day = number(date[2]) else { return nil }
            fields.day = day
        }
        return parts.count == 1 ? fields : fields.adding(timeAndZone: parts[1])
    }

    /// RFC 822 with its liberties: no day's name, day and month exchanged, years of two digits, missing times,
    /// names of months in other languages.
    private static func rfc822(_ text: String) -> DateFields? {
        var parts = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        guard let first = parts.first else { return nil }
        if parts.count < 5 { parts += ["00:00:00", "0000"] }
        if first.hasSuffix(",") || DateNames.isDay(first) { parts.removeFirst() }
        guard parts.count >= 5 else { return nil }
        var fields = DateFields(year: 0)
        if let day = number(parts[0].withoutDot), let month = DateNames.month(parts[1]) {
            (fields.day, fields.month) = (day, month)
        } else if let month = DateNames.month(parts[0]), let day = number(parts[1].withoutDot) {
            (fields.day, fields.month) = (day, month)
        } else {
            return nil
        }
        guard let year = number(parts[2].withoutDot) else { return nil }
        fields.year = parts[2].count <= 2 ? year + (year < 90 ? 2000 : 1900) : year
        return fields.adding(time: parts[3], zone: parts[4])
    }

    /// `Sun Jan 04 16:29:06 2004`, also with a zone before the year.
    private static func asctime(_ text: String) -> DateFields? {
        let parts = text.split { $0 == " " || $0 == "\t" || $0 == "\n" }
        guard parts.count == 5 || parts.count == 6, let year = parts.last else { return nil }
        let zone = parts.count == 6 ? parts[4] : "+0000"
        return rfc822("\(parts[0]) \(parts[2]) \(parts[1]) \(year) \(parts[3]) \(zone)")
    }

    /// ISO 8601 without its hyphens: `20031231`, `031231`, `2003-335`, `-0312`, `20031231T10:14:55Z`.
    private static func compact(_ text: String) -> DateFields? {
        let end = text.firstIndex { $0 == "t" || $0 == " " || $0 == ":" } ?? text.endIndex
        guard text[end...].first != ":" else { return nil }
        var fields: DateFields
        switch shape(text[..<end]) {
        case "########":
            guard let value = number(text[..<end]) else { return nil }
            fields = DateFields(year: value / 10000, month: value / 100 % 100, day: value % 100)
        case "######":
            guard let value = number(text[..<end]) else { return nil }
            // Six digits are year, month and day; the century is ours.
            fields = DateFields(year: 2000 + value / 10000, month: value / 100 % 100, day: value % 100)
        case "##-##-##":
            let digits = text[..<end].filter { $0 != "-" }
            guard let value = number(digits[...]) else { return nil }
            fields = DateFields(year: 2000 + value / 10000, month: value / 100 % 100, day: value % 100)
        case "#######", "####-###":
            guard let value = number(text[..<end].filter { $0 != "-" }[...]) else { return nil }
            fields = DateFields(year: value / 1000, month: 1, day: value % 1000, isOrdinal: true)
        case "#####", "##-###":
            guard let value = number(text[..<end].filter { $0 != "-" }[...]) else { return nil }
            fields = DateFields(year: 2000 + value / 1000, month: 1, day: value % 1000, isOrdinal: true)
        case "-####", "-##-##":
            guard let value = number(text[..<end].filter { $0 != "-" }[...]) else { return nil }
            fields = DateFields(year: 2000 + value / 100, month: value % 100)
        case "-##":
            guard let value = number(text[..<end].dropFirst()) else { return nil }
            fields = DateFields(year: 2000 + value)
        case "##":
            guard let value = number(text[..<end]) else { return nil }
            fields = DateFields(year: (value - 1) * 100 + 1)
        default: return nil
        }
        let rest = text[end...].dropFirst()
        return rest.isEmpty ? fields : fields.adding(timeAndZone: rest)
    }

    /// Perforce: `Fri, 2006/09/15 08:19:53 EDT`.
    private static func slashed(_ text: String) -> DateFields? {
        let parts = text.split(separator: " ").drop { $0.hasSuffix(",") || DateNames.isDay($0) }
        guard let first = parts.first else { return nil }
        let date = first.split(separator: "/").compactMap { number($0) }
        guard date.count == 3, date[0] > 31 else { return nil }
        let fields = DateFields(year: date[0], month: date[1], day: date[2])
        let rest = parts.dropFirst()
        guard let time = rest.first else { return fields }
        return fields.adding(time: time, zone: rest.dropFirst().first ?? "")
    }

    /// `2004-július-13T9:15-05:00`.
    private static func hungarian(_ text: String) -> DateFields? {
        let parts = text.split(separator: "-", maxSplits: 2)
        guard parts.count == 3, let year = number(parts[0]), let month = DateNames.month(parts[1]) else { return nil }
        let rest = parts[2].split(separator: "t", maxSplits: 1)
        guard let day = number(rest[0]) else { return nil }
        let fields = DateFields(year: year, month: month, day: day)
        return rest.count == 1 ? fields : fields.adding(timeAndZone: rest[1])
    }

    /// `2004년 05월 28일 01:31:15` and `2004-05-25 오후 11:23:17`, both in Korea's time.
    private static func korean(_ text: String) -> DateFields? {
        let isAfternoon = text.contains("오후")
        let plain = text.filter { !"년월일오전후".contains($0) }
        let parts = plain.split { $0 == " " || $0 == "-" }
        guard plain.count < text.count, parts.count == 4, let year = number(parts[0]), let month = number(parts[1]),
            let day = number(parts[2])
        else { return nil }
        var fields = DateFields(year: year, month: month, day: day).adding(time: parts[3], zone: "+0900")
        if isAfternoon { fields?.hour += 12 }
        return fields
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(text)
    }

    private static func shape(_ text: Substring) -> String {
        String(text.map { $0.isASCII && $0.isNumber ? "#" : $0 })
    }
}

extension Substring {
    fileprivate var withoutDot: Substring { last == "." || last == "," ? dropLast() : self }
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " || $0 == "\n" || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\n" && $0 != "\t" }) else {
            return start.prefix(0)
        }
        return start[...end]
    }
}
