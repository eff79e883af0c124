import Comments
import Settings

extension Phase {
    /// `moderation.closeAfter`, `threads.unknown`: comments may be closed, by hand or by the post's age when the comment was submitted;
    /// no one is exempt (WordPress: comment status, `close_comments_for_old_posts`).
    static let thread = Phase(.thread) { hearing in
        if hearing.thread?.isClosed == true {
            hearing.reject(.threadClosed, .closed, "Comments on this post are closed.")
        } else if hearing.isTooOld {
            let days = hearing.policy.settings.moderation.closeAfter.seconds / 86400
            hearing.reject(.threadTooOld, .closed, "Comments on this post closed \(days) days after it was published.")
        }
        if hearing.thread?.isListed == true { return }
        switch hearing.policy.settings.threads.unknown {
        case .accept: break
        case .hold: hearing.hold(.threadUnknown, liftable: false, "The site does not list this post.")
        case .reject: hearing.reject(.threadUnknown, .threadNotFound, "The site has no post at this address.")
        }
        if hearing.comment.thread.isForeign(to: hearing.policy.site) {
            hearing.hold(.threadForeign, liftable: false, "The post is on another host than the site.")
        }
    }
}

extension Hearing {
    /// Open in the very second in which the time is over, closed in the next.
    fileprivate var isTooOld: Bool {
        let limit = policy.settings.moderation.closeAfter.seconds
        guard limit > 0, let publishedAt = thread?.publishedAt else { return false }
        return comment.submittedAt.seconds - publishedAt.seconds > limit
    }

    fileprivate mutating func reject(_ symbol: Symbol, _ code: Problem.Code, _ text: String) {
        reject(symbol, text, code, field: "thread", text)
    }
}
