extension Phase {
    /// `honeypot`: a filled one settles spam. What intake noticed is passed on; what intake refused is never heard.
    static let validity = Phase(.validity) { hearing in
        for finding in hearing.comment.findings { hearing.note(finding, in: .validity) }
        if hearing.comment.senderID != nil, hearing.senderID == nil {
            hearing.note(
                .senderIDTaken,
                "An earlier comment of this thread has the sender's id, which stays with that one."
            )
        }
        if hearing.comment.filledHoneypot {
            hearing.settle(.spam, .honeypot, "The form field that a person leaves empty was filled.")
        }
    }
}
