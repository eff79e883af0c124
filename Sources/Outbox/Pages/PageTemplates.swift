import Mustache
import Settings
import Synchronization

/// The site's templates: the built-in ones and the owner's overrides.
///
/// Templates are rendered by Mustache once for each shape that pages and comments have, with marks for values, and taken apart; so
/// a page or comment costs about as much as copying it. Only pages of many are rendered one by one, for their pagers.
final class PageTemplates: Sendable {
    let texts: [String: String]
    private let phrases: [String: String]
    private let settings: Settings
    private let language: String
    private let required: (before: String, after: String)
    private let library: MustacheLibrary
    private let pages = Mutex<[PageShape: TemplatePieces<PageValue>]>([:])
    private let comments = Mutex<[CommentShape: CommentPieces]>([:])

    init(overrides: [String: String], phrases: Phrases, settings: Settings) throws(TemplateError) {
        texts = DefaultTemplates.all.merging(overrides) { $1 }
        self.phrases = phrases.variables
        self.settings = settings
        language = phrases.speaks(settings.site.language) ? settings.site.language : phrases.language
        let required = phrases.requiredNote.pieces(around: "mark")
        self.required = (before: required[0], after: required.dropFirst().joined())
        var library = MustacheLibrary()
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            do {
                try library.register(text, named: name)
            } catch let error as MustacheTemplate.ParserError {
                throw TemplateError(
                    template: name,
                    line: error.context.lineNumber,
                    reason: "not Mustache: \(error.error)"
                )
            } catch {
                throw TemplateError(template: name, line: nil, reason: "not Mustache: \(error)")
            }
        }
        self.library = library
        if let name = PartialGraph(texts).templateThatIncludesItself {
            let hint = name == "comment" ? "; replies stand where {{{replies}}} is" : ""
            throw TemplateError(template: name, line: nil, reason: "it includes itself without end" + hint)
        }
    }

    /// The pieces of a page that is the only one of its thread.
    func page(_ shape: PageShape) -> TemplatePieces<PageValue> {
        pages.withLock { pages in
            if let pieces = pages[shape] { return pieces }
            let pieces = TemplatePieces<PageValue>(render("comments", variables(shape)))
            pages[shape] = pieces
            return pieces
        }
    }

    /// The pieces of one page of many.
    func page(_ shape: PageShape, pager: [String: Any]) -> TemplatePieces<PageValue> {
        TemplatePieces(render("comments", variables(shape).merging(["pager": pager]) { $1 }))
    }

    func comment(_ shape: CommentShape) -> CommentPieces {
        comments.withLock { comments in
            if let pieces = comments[shape] { return pieces }
            let pieces = CommentPieces(render("comment", variables(shape)))
            comments[shape] = pieces
            return pieces
        }
    }

    private func render(_ template: String, _ variables: [String: Any]) -> String {
        library.render(variables, withTemplate: template) ?? ""
    }

    private func variables(_ shape: PageShape) -> [String: Any] {
        var variables: [String: Any] = [
            "t": phrases,
            "language": language,
            "hasComments": shape.contains(.hasComments),
            "open": shape.contains(.isOpen),
            "required": settings.require.nameAndEmail,
            "requiredBefore": required.before,
            "requiredAfter": required.after,
            "honeypot": settings.honeypot,
            "outboxURL": settings.outboxURL,
        ]
        for value in PageValue.allCases { variables[value.variable] = value.mark }
        return variables
    }

    private func variables(_ shape: CommentShape) -> [String: Any] {
        var variables: [String: Any] = [
            "t": phrases,
            "rel": settings.markup.links,
            "edited": shape.contains(.isEdited),
            "verified": shape.contains(.isVerified),
            "open": shape.contains(.isOpen),
            "deleted": shape.contains(.isDeleted),
            "replyTo": (phrases["replyTo"] ?? "").filling(["name": CommentValue.name.mark]),
        ]
        for value in CommentValue.allCases {
            let isPresent =
                switch value {
                case .website: shape.contains(.hasWebsite)
                case .parent: shape.contains(.isReply)
                case .replies: shape.contains(.hasReplies)
                default: true
                }
            if isPresent { variables[value.variable] = value.mark }
        }
        return variables
    }
}

extension Phrases {
    /// The phrases as templates name them: `t.reply` and so on.
    fileprivate var variables: [String: String] {
        [
            "leaveReply": leaveReply, "reply": reply, "replyTo": replyTo, "newComment": newComment, "name": name,
            "email": email, "website": website, "comment": comment, "post": post, "emailNote": emailNote,
            "leaveEmpty": leaveEmpty, "notifyMe": notifyMe, "closed": closed, "removed": removed, "edited": edited,
            "verified": verified, "older": older, "newer": newer, "pages": pages, "feed": feed,
        ]
    }
}
