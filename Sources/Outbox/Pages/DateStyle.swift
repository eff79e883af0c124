import Comments
import Foundation
import Text

/// How a moment is shown to readers: in the site's language and time zone.
struct DateStyle: Sendable {
    private let months: [String]
    private let pattern: [Part]
    private let zone: TimeZone?
    /// Bytes that a date takes at most.
    private let size: Int

    private enum Part: Sendable {
        case text(String)
        case day
        case month
        case year
        case time
    }

    /// - Parameter timeZone: a name of the tz database; UTC where it is unknown.
    init(phrases: Phrases, timeZone: String) {
        months = phrases.months
        pattern = Self.parts(phrases.date)
        size = phrases.date.utf8.count + (months.map(\.utf8.count).max() ?? 0) + 32
        zone = timeZone == "UTC" ? nil : TimeZone(identifier: timeZone)
    }

    private static func parts(_ pattern: String) -> [Part] {
        pattern.split(separator: "{", omittingEmptySubsequences: true).flatMap { piece -> [Part] in
            let halves = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { return [.text(String(piece))] }
            let rest: [Part] = halves[1].isEmpty ? [] : [.text(String(halves[1]))]
            switch halves[0] {
            case "d": return [.day] + rest
            case "month": return [.month] + rest
            case "y": return [.year] + rest
            default: return [.time] + rest
            }
        }
    }

    func text(_ time: Timestamp) -> String {
        var offset = 0
        if let zone {
            offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds)))
        }
        let civil = CivilTime(time.adding(seconds: Int64(offset)))
        return String(atMost: size) { text in
            for part in pattern {
                switch part {
                case .text(let literal): text.put(literal)
                case .day: text.put(civil.day, width: 1)
                case .month: text.put(months[civil.month - 1])
                case .year: text.put(civil.year, width: 1)
                case .time:
                    text.put(twoDigits: civil.hour)
                    text.put(":")
                    text.put(twoDigits: civil.minute)
                }
            }
        }
    }
}
