import Settings

extension Phase {
    /// `moderation.closeAfter`, `threads.unknown`: comments may be closed, by hand or by the post's age when the comment was submitted;
    /// no one is exempt (WordPress: comment status, `close_comments_for_old_posts`).
    static let thread = Phase(.thread) { hearing in
        let settings = hearing.policy.settings
        for objection in ThreadObjection.all(to: hearing.thread, at: hearing.comment.submittedAt, settings) {
            hearing.reject(objection.symbol, objection.text, objection.code, field: "thread", objection.text)
        }
        if hearing.thread?.isListed == true { return }
        if settings.threads.unknown == .hold {
            hearing.hold(.threadUnknown, liftable: false, "The site does not list this post.")
        }
        if hearing.comment.thread.isForeign(to: hearing.policy.site) {
            hearing.hold(.threadForeign, liftable: false, "The post is on another host than the site.")
        }
    }
}
