import Comments

extension ThreadPage {
    /// The page's fragment: HTML5 in UTF-8 that stands in any page of the site.
    public func html() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4096 + textSize + places.count * 1536)
        for piece in template.pieces {
            switch piece {
            case .literal(let literal): bytes.append(contentsOf: literal)
            case .value(.comments, _): appendComments(to: &bytes)
            case .value(let value, let isEscaped): bytes.append(text(value), isEscaped: isEscaped)
            }
        }
        return bytes
    }

    private var template: TemplatePieces<PageValue> {
        var shape: PageShape = places.isEmpty ? [] : .hasComments
        if !thread.record.isClosed { shape.insert(.isOpen) }
        guard thread.pages > 1 else { return context.templates.page(shape) }
        let known = number == 1 ? thread.pages : min(thread.pages, number + 1)
        let pager = Pager(current: number, pages: known).variables(context.phrases) { page in
            context.url(OutboxPaths.fragment(thread.record.slug, page: page))
        }
        return context.templates.page(shape, pager: pager)
    }

    private func text(_ value: PageValue) -> String {
        switch value {
        case .heading: heading(context.phrases)
        case .title: thread.name
        case .url: thread.record.address.url
        case .thread: thread.record.address.canonical
        case .feed: context.url(OutboxPaths.feed(thread.record.slug, .rss))
        case .comments: ""
        }
    }

    /// The first page counts the comments. Later ones tell nothing that a comment on another page changes, as they are not written
    /// anew for it: their heading is the thread's title, and their pager leads no further than to the next.
    private func heading(_ phrases: Phrases) -> String {
        guard number > 1 else { return phrases.heading(thread.count) }
        let title = phrases.threadFeedTitle.filling(["title": thread.name])
        return title + " – " + phrases.page.filling(["n": String(number)])
    }

    /// The items of the list, replies nested in what they answer.
    private func appendComments(to bytes: inout [UInt8]) {
        var open: [(pieces: CommentPieces, comment: PublicComment?)] = []
        for (index, place) in places.enumerated() {
            while open.count > place.depth, let (pieces, comment) = open.popLast() {
                append(pieces.tail, comment, to: &bytes)
            }
            var shape: CommentShape = hasReplies(index) ? .hasReplies : []
            if !thread.record.isClosed { shape.insert(.isOpen) }
            switch place {
            case .tombstone:
                let pieces = context.templates.comment(shape.union(.isDeleted))
                append(pieces.head, nil, to: &bytes)
                open.append((pieces, nil))
            case .comment(let comment):
                let pieces = context.templates.comment(shape.union(comment.shape))
                append(pieces.head, comment, to: &bytes)
                open.append((pieces, comment))
            }
        }
        while let (pieces, comment) = open.popLast() { append(pieces.tail, comment, to: &bytes) }
    }

    private func append(_ pieces: [CommentPieces.Piece], _ comment: PublicComment?, to bytes: inout [UInt8]) {
        for piece in pieces {
            switch piece {
            case .literal(let literal): bytes.append(contentsOf: literal)
            case .value(.avatar, _): if let comment { Avatar.append(comment.author.key, to: &bytes) }
            case .value(let value, let isEscaped):
                if let comment { bytes.append(text(value, of: comment), isEscaped: isEscaped) }
            }
        }
    }

    private func text(_ value: CommentValue, of comment: PublicComment) -> String {
        switch value {
        case .id: comment.digits
        case .permalink: comment.permalink
        case .parent: comment.parent.map { CommentID.permalink(to: $0.description, on: address) } ?? ""
        case .posted: comment.postedAt.description
        case .postedText: context.dates.text(comment.postedAt)
        case .name: comment.author.name.isEmpty ? context.phrases.anonymous : comment.author.name
        case .website: comment.author.website ?? ""
        case .html: comment.html
        case .avatar, .replies: ""
        }
    }
}

extension PublicComment {
    fileprivate var shape: CommentShape {
        var shape: CommentShape = []
        if author.website != nil { shape.insert(.hasWebsite) }
        if author.isVerified { shape.insert(.isVerified) }
        if parent != nil { shape.insert(.isReply) }
        if isEdited { shape.insert(.isEdited) }
        return shape
    }
}
