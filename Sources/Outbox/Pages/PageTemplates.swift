import Mustache
import Synchronization

/// The site's templates: the built-in ones and the owner's overrides.
///
/// A page is rendered by Mustache as a whole. A comment's template is rendered once for each shape that comments have, with marks
/// for values, and taken apart; so a comment costs about as much as copying it.
final class PageTemplates: Sendable {
    let texts: [String: String]
    private let phrases: [String: String]
    private let rel: String
    private let library: MustacheLibrary
    private let shapes = Mutex<[CommentShape: CommentPieces]>([:])

    init(overrides: [String: String], phrases: Phrases, rel: String) throws(TemplateError) {
        texts = DefaultTemplates.all.merging(overrides) { $1 }
        self.phrases = phrases.variables
        self.rel = rel
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

    /// The fragment's parts, between which the comments stand.
    func page(_ variables: [String: Any]) -> [[UInt8]] {
        let all = variables.merging(["t": phrases, "comments": CommentValue.pageMark]) { $1 }
        let rendered = library.render(all, withTemplate: "comments") ?? ""
        return CommentValue.partsOfPage(Array(rendered.utf8))
    }

    func pieces(_ shape: CommentShape) -> CommentPieces {
        shapes.withLock { shapes in
            if let pieces = shapes[shape] { return pieces }
            let pieces = CommentPieces(library.render(variables(shape), withTemplate: "comment") ?? "")
            shapes[shape] = pieces
            return pieces
        }
    }

    private func variables(_ shape: CommentShape) -> [String: Any] {
        var variables: [String: Any] = [
            "t": phrases,
            "rel": rel,
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
