import Comments
import Settings

extension Phase {
    /// `flood.interval`, `flood.then`: another comment from the same address or e-mail, on any post, submitted less than the interval
    /// before or after this one. Two comments without e-mail are not one person's. A proven trusted author is exempt.
    static let flood = Phase(.flood) { hearing in
        let flood = hearing.policy.settings.flood
        guard !hearing.isByTrustedAuthor, try hearing.hasNeighbour(within: flood.interval) else { return }
        let text =
            "Less than \(flood.interval.seconds) seconds lie between this comment and another by the same person."
        switch flood.then {
        case .hold: hearing.hold(.flood, liftable: false, text)
        case .reject:
            hearing.reject(
                .flood,
                text,
                .flood,
                field: "submittedAt",
                "You are posting too quickly; wait a little and send it again."
            )
        }
    }
}

extension Hearing {
    fileprivate func hasNeighbour(within interval: Duration) throws -> Bool {
        let keys = analysis.keys
        guard interval > .zero, keys.ip != nil || keys.email != nil else { return false }
        let moment = comment.submittedAt.milliseconds
        let reach = interval.milliseconds
        return try history.hasNeighbour(
            ipKey: keys.ip,
            emailKey: keys.email,
            after: Timestamp(milliseconds: moment &- reach),
            before: Timestamp(milliseconds: moment &+ reach)
        )
    }
}
