/// The elements of WordPress's export that matter (`wp-admin/includes/export.php`).
enum WXRShape {
    enum Record { case author, item, comment, meta }

    enum Field {
        case authorLogin, authorEmail, authorName
        case title, link, creator, date, dateGMT, commentStatus, status, type, guid
        case commentID, commentAuthor, commentEmail, commentURL, commentIP, commentDate, commentDateGMT, commentContent
        case commentApproved, commentType, commentParent, commentAgent
    }

    static let elements: [String: RecordElement<Record, Field>] = [
        "wp:author": .record(.author),
        "wp:author_login": .field(.authorLogin),
        "wp:author_email": .field(.authorEmail),
        "wp:author_display_name": .field(.authorName),
        "item": .record(.item),
        "title": .field(.title),
        "link": .field(.link),
        "guid": .field(.guid),
        "dc:creator": .field(.creator),
        "pubDate": .field(.date),
        "wp:post_date_gmt": .field(.dateGMT),
        "wp:comment_status": .field(.commentStatus),
        "wp:status": .field(.status),
        "wp:post_type": .field(.type),
        "wp:postmeta": .record(.meta),
        "wp:commentmeta": .record(.meta),
        "wp:comment": .record(.comment),
        "wp:comment_id": .field(.commentID),
        "wp:comment_author": .field(.commentAuthor),
        "wp:comment_author_email": .field(.commentEmail),
        "wp:comment_author_url": .field(.commentURL),
        "wp:comment_author_IP": .field(.commentIP),
        "wp:comment_agent": .field(.commentAgent),
        "wp:comment_date": .field(.commentDate),
        "wp:comment_date_gmt": .field(.commentDateGMT),
        "wp:comment_content": .field(.commentContent),
        "wp:comment_approved": .field(.commentApproved),
        "wp:comment_type": .field(.commentType),
        "wp:comment_parent": .field(.commentParent),
    ]
}
