import Text

/// A moment by the proleptic Gregorian calendar in UTC.
public struct CivilTime: Sendable, Hashable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int

    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    public init(_ time: Timestamp) {
        let seconds = Int(time.seconds)
        let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        let rest = seconds - days * 86400
        // Days are counted from 1 March of year 0, in eras of 400 years (146,097 days).
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60
    }

    /// Days since 1970-01-01, which was a Thursday.
    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public var secondsSince1970: Int64 {
        Int64(daysSince1970) * 86400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// 0 is Sunday.
    public var weekday: Int { ((daysSince1970 + 4) % 7 + 7) % 7 }

    public static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Timestamp {
    public init(_ civil: CivilTime) { self.init(seconds: civil.secondsSince1970) }

    /// RFC 5322 date in UTC: `Sun, 01 Mar 2026 09:30:00 +0000`.
    public var rfc5322: String {
        let civil = CivilTime(self)
        return String(atMost: 40) { text in
            text.put("SunMonTueWedThuFriSat", 3 * civil.weekday..<3 * civil.weekday + 3)
            text.put(", ")
            text.put(twoDigits: civil.day)
            text.put(" ")
            text.put("JanFebMarAprMayJunJulAugSepOctNovDec", 3 * civil.month - 3..<3 * civil.month)
            text.put(" ")
            text.put(civil.year, width: 1)
            text.put(" ")
            text.put(timeOf: civil)
            text.put(" +0000")
        }
    }
}

extension ByteCursor {
    /// `2026-03-01`.
    public mutating func put(dayOf civil: CivilTime) {
        if (0...9999).contains(civil.year) {
            put(twoDigits: civil.year / 100)
            put(twoDigits: civil.year % 100)
        } else {
            put(civil.year, width: 4)
        }
        put("-")
        put(twoDigits: civil.month)
        put("-")
        put(twoDigits: civil.day)
    }

    /// `09:30:00`.
    mutating func put(timeOf civil: CivilTime) {
        put(twoDigits: civil.hour)
        put(":")
        put(twoDigits: civil.minute)
        put(":")
        put(twoDigits: civil.second)
    }
}
