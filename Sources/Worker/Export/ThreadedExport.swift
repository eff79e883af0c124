import Comments
import Feeds
import Foundation
import Ledger
import Markup
import Moderation
import Text

/// Comments thread by thread, for another system or another site of ours.
struct ThreadedExport {
    private let open: OpenSite
    private let selection: Selection
    private let format: ExportFormat
    private let isPrivate: Bool
    /// Whether only some comments are meant, so that threads without any are left out.
    private let isPartial: Bool
    private let markup: MarkupCleaner

    init(_ open: OpenSite, _ request: ExportRequest, as format: ExportFormat) {
        self.open = open
        self.format = format
        isPrivate = request.isPrivate
        var selection = request.selection
        isPartial = !selection.verdicts.isEmpty || selection.since != nil || selection.thread != nil
        if selection.verdicts.isEmpty { selection.verdicts = Verdict.allCases.filter { $0 != .rejected } }
        selection.order = .thread
        self.selection = selection
        markup = MarkupCleaner(MarkupOptions(open.settings))
    }

    func write(_ write: ([UInt8]) throws -> Void) throws {
        let settings = open.settings
        let site = FeedPost(url: settings.siteURL, title: settings.site.title.isEmpty ? nil : settings.site.title)
        let zone = TimeZone(identifier: settings.site.timezone)
        var exporter = CommentExporter(format, site: site, isPrivate: isPrivate) { time in
            zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.seconds))) ?? 0
        }
        try write(exporter.begin())
        let chosen = try open.ledger.threads(of: selection)
        var threads = try open.ledger.publishedThreads().filter { thread in
            chosen.contains(thread.number) || (thread.record.isListed && !isPartial)
        }.sorted { $0.number < $1.number }[...]
        if exporter.postsComeFirst {
            for thread in threads { try write(exporter.begin(FeedPost(thread.record)) + exporter.end()) }
        }
        var current: ThreadRecord?
        // The ids under which the comments of the thread at hand are written.
        var names: [CommentID: String] = [:]

        func beginNext() throws {
            if current != nil, !exporter.postsComeFirst { try write(exporter.end()) }
            current = threads.popFirst()?.record
            names = [:]
            if let current, !exporter.postsComeFirst { try write(exporter.begin(FeedPost(current))) }
        }
        try open.ledger.forEachInOrder(selection) { comment in
            guard !comment.isTombstone, let address = comment.thread else { return }
            while current?.address.canonical != address.canonical, !threads.isEmpty { try beginNext() }
            guard let thread = current, thread.address.canonical == address.canonical else { return }
            let name = comment.senderID ?? comment.id.description
            let parent = comment.parent.flatMap { names[$0] }
            names[comment.id] = name
            try write(exporter.add(exported(comment, name: name, parent: parent, in: thread)))
        }
        while current != nil || !threads.isEmpty { try beginNext() }
        try write(exporter.finish())
    }

    private func exported(
        _ comment: StoredComment,
        name: String,
        parent: String?,
        in thread: ThreadRecord
    ) -> ImportedComment {
        let stored = comment.format ?? open.settings.markup.format
        let (body, format) = foreign(comment.body, stored)
        return ImportedComment(
            thread: thread.address.url,
            title: thread.title,
            senderID: name,
            parentID: parent,
            name: comment.author.name.isEmpty ? nil : comment.author.name,
            email: comment.author.email,
            website: comment.author.website,
            ip: comment.author.ip,
            userAgent: comment.author.userAgent,
            body: body,
            format: format,
            submittedAt: comment.submittedAt,
            verdict: comment.decision.verdict
        )
    }

    /// WordPress and Disqus know HTML only.
    private func foreign(_ body: String, _ stored: BodyFormat) -> (body: String, format: BodyFormat) {
        switch format {
        case .csv, .jsonl: return (body, stored)
        case .wxr, .disqus:
            let isTheirs = stored == .auto || stored == .html
            return (isTheirs ? body : markup.html(body, format: stored).trimmedOfASCIISpace, .auto)
        }
    }
}

extension FeedPost {
    fileprivate init(_ thread: ThreadRecord) {
        self.init(
            url: thread.address.url,
            title: thread.title,
            published: thread.publishedAt,
            author: thread.authorName.map { FeedPerson(name: $0) },
            isClosed: thread.isClosed
        )
    }
}
