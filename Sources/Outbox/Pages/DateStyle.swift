import Comments
import Foundation

/// How a moment is shown to readers: in the site's language and time zone.
struct DateStyle: Sendable {
    private let months: [String]
    private let pattern: [Part]
    private let zone: TimeZone?

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
        var text = ""
        for part in pattern {
            switch part {
            case .text(let literal): text += literal
            case .day: text += String(civil.day)
            case .month: text += months[civil.month - 1]
            case .year: text += String(civil.year)
            case .time:
                text +=
                    (civil.hour < 10 ? "0" : "") + "\(civil.hour)" + (civil.minute < 10 ? ":0" : ":")
                    + "\(civil.minute)"
            }
        }
        return text
    }
}
