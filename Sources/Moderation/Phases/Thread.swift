import Settings

extension Phase {
    /// `moderation.closeAfter`, `threads.unknown`: comments may be closed, by hand or by the post's age when the comment was submitted;
    /// no one is exempt (WordPress: comment status, `close_comments_for_old_posts`).
    static let thread = Phase(.thread) { hearing in
        let (policy, moment) = (hearing.policy, hearing.comment.submittedAt)
        for objection in ThreadObjection.all(to: hearing.thread, at: moment, policy.settings) {
            hearing.reject(objection.symbol, objection.text, objection.code, field: "thread", objection.text)
        }
        if hearing.thread?.isListed == true { return }
        if policy.settings.threads.unknown == .hold {
            hearing.hold(.threadUnknown, liftable: false, "The site does not list this post.")
        }
        if hearing.comment.thread.isForeign(to: policy.site) {
            hearing.hold(.threadForeign, liftable: false, "The post is on another host than the site.")
        }
    }
}
