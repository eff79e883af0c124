import Comments
import Text

/// A date and time as they were written, before they are checked.
struct DateFields {
    var year: Int
    var month = 1
    var day = 1
    /// Whether `day` counts from the beginning of the year.
    var isOrdinal = false
    var hour = 0
    var minute = 0
    var second = 0
    /// East of Greenwich.
    var offsetMinutes = 0

    init(year: Int, month: Int = 1, day: Int = 1, isOrdinal: Bool = false) {
        self.year = year
        self.month = month
        self.day = day
        self.isOrdinal = isOrdinal
    }

    /// The moment; nil where there is no such date.
    var timestamp: Timestamp? {
        let lastDay = isOrdinal ? 366 : (1...12).contains(month) ? CivilTime.days(inMonth: month, year: year) : 0
        guard (1...9999).contains(year), (1...max(1, lastDay)).contains(day), lastDay > 0, (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let first = CivilTime(
            year: year,
            month: month,
            day: isOrdinal ? 1 : day,
            hour: hour,
            minute: minute,
            second: second
        )
        let days = isOrdinal ? day - 1 : 0
        return Timestamp(seconds: first.secondsSince1970 + Int64(days) * 86400 - Int64(offsetMinutes) * 60)
    }

    /// Adds `10:14:55.3-08:00`, `10:14z`, `10:14:55 est`.
    func adding(timeAndZone text: Substring) -> DateFields? {
        let end = text.firstIndex { !($0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".")) } ?? text.endIndex
        return adding(time: text[..<end], zone: text[end...].drop { $0 == " " })
    }

    func adding(time: Substring, zone: Substring) -> DateFields? {
        var fields = self
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        let numbers = parts.map { part in Int(part.prefix { $0 != "." }) }
        guard let hour = numbers[0] else { return nil }
        fields.hour = hour
        if numbers.count > 1 {
            guard let minute = numbers[1] else { return nil }
            fields.minute = minute
        }
        if numbers.count > 2 {
            guard let second = numbers[2] else { return nil }
            fields.second = second
        }
        guard let offset = DateNames.offset(zone) else { return nil }
        fields.offsetMinutes = offset
        return fields
    }
}
