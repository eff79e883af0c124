import Comments
import Settings

/// Why a thread takes no comment that was submitted at a moment.
struct ThreadObjection {
    let symbol: Symbol
    let code: Problem.Code
    let text: String

    var problem: Problem { Problem(code, field: "thread", message: text) }

    /// - Parameter thread: nil where nothing is known of it.
    static func all(to thread: ThreadRecord?, at moment: Timestamp, _ settings: Settings) -> [ThreadObjection] {
        var objections: [ThreadObjection] = []
        let limit = settings.moderation.closeAfter.seconds
        if thread?.isClosed == true {
            objections.append(
                ThreadObjection(symbol: .threadClosed, code: .closed, text: "Comments on this post are closed.")
            )
        } else if limit > 0, let thread, thread.isOlder(than: limit, at: moment) {
            objections.append(
                ThreadObjection(
                    symbol: .threadTooOld,
                    code: .closed,
                    text: "Comments on this post closed \(limit / 86400) days after it was published."
                )
            )
        }
        if thread?.isListed != true, settings.threads.unknown == .reject {
            objections.append(
                ThreadObjection(
                    symbol: .threadUnknown,
                    code: .threadNotFound,
                    text: "The site has no post at this address."
                )
            )
        }
        return objections
    }
}

extension ThreadRecord {
    /// Open in the very second in which the time is over, closed in the next.
    fileprivate func isOlder(than seconds: Int64, at moment: Timestamp) -> Bool {
        publishedAt.map { moment.seconds - $0.seconds > seconds } ?? false
    }
}

extension Judge {
    /// A refused submission with what its thread adds to its problems: all of them are told at once.
    public func completed(_ refusal: Refusal, history: any History) throws -> Refusal {
        guard let address = refusal.thread else { return refusal }
        let objections = ThreadObjection.all(
            to: try history.thread(address.canonical),
            at: refusal.submittedAt ?? refusal.origin.arrivedAt,
            policy.settings
        )
        var refusal = refusal
        refusal.problems += objections.map(\.problem)
        return refusal
    }
}
