import Comments
import Settings

extension Phase {
    /// `flood.interval`, `flood.then`: another comment from the same address or e-mail, on any post, submitted less than the interval before or after
    /// this one. Two comments without e-mail are not one person's. A proven trusted author is exempt.
    static let flood = Phase(.flood) { hearing in
        let flood = hearing.policy.settings.flood
        let interval = flood.interval.milliseconds
        let keys = hearing.analysis.keys
        guard interval > 0, keys.ip != nil || keys.email != nil, !hearing.isByTrustedAuthor else { return }
        let moment = hearing.comment.submittedAt.milliseconds
        let isFlood = try hearing.history.hasNeighbour(
            ipKey: keys.ip,
            emailKey: keys.email,
            after: Timestamp(milliseconds: moment &- interval),
            before: Timestamp(milliseconds: moment &+ interval)
        )
        guard isFlood else { return }
        let note =
            "Less than \(flood.interval.seconds) seconds lie between this comment and another by the same person."
        switch flood.then {
        case .hold: hearing.raise(.flood, .held, liftable: false, "flood", note)
        case .reject:
            let problem = Problem(
                .flood,
                field: "submittedAt",
                message: "You are posting too quickly; wait a little and send it again."
            )
            hearing.settle(.flood, .rejected, "flood", note, problem: problem)
        }
    }
}
