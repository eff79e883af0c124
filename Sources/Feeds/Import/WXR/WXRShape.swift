/// The elements of WordPress's export that matter (`wp-admin/includes/export.php`).
enum WXRShape {
    enum Record: Int { case author, item, comment, meta }

    enum Field: Int, CaseIterable {
        case authorLogin, authorEmail, authorName
        case title, link, creator, date, dateGMT, commentStatus, status, type, guid
        case commentID, commentAuthor, commentEmail, commentURL, commentIP, commentDate, commentDateGMT, commentContent
        case commentApproved, commentType, commentParent, commentAgent
    }

    static let elements: [String: RecordElement] = [
        "wp:author": .record(Record.author.rawValue),
        "wp:author_login": .field(Field.authorLogin.rawValue),
        "wp:author_email": .field(Field.authorEmail.rawValue),
        "wp:author_display_name": .field(Field.authorName.rawValue),
        "item": .record(Record.item.rawValue),
        "title": .field(Field.title.rawValue),
        "link": .field(Field.link.rawValue),
        "guid": .field(Field.guid.rawValue),
        "dc:creator": .field(Field.creator.rawValue),
        "pubDate": .field(Field.date.rawValue),
        "wp:post_date_gmt": .field(Field.dateGMT.rawValue),
        "wp:comment_status": .field(Field.commentStatus.rawValue),
        "wp:status": .field(Field.status.rawValue),
        "wp:post_type": .field(Field.type.rawValue),
        "wp:postmeta": .record(Record.meta.rawValue),
        "wp:commentmeta": .record(Record.meta.rawValue),
        "wp:comment": .record(Record.comment.rawValue),
        "wp:comment_id": .field(Field.commentID.rawValue),
        "wp:comment_author": .field(Field.commentAuthor.rawValue),
        "wp:comment_author_email": .field(Field.commentEmail.rawValue),
        "wp:comment_author_url": .field(Field.commentURL.rawValue),
        "wp:comment_author_IP": .field(Field.commentIP.rawValue),
        "wp:comment_agent": .field(Field.commentAgent.rawValue),
        "wp:comment_date": .field(Field.commentDate.rawValue),
        "wp:comment_date_gmt": .field(Field.commentDateGMT.rawValue),
        "wp:comment_content": .field(Field.commentContent.rawValue),
        "wp:comment_approved": .field(Field.commentApproved.rawValue),
        "wp:comment_type": .field(Field.commentType.rawValue),
        "wp:comment_parent": .field(Field.commentParent.rawValue),
    ]
}
