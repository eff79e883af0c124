import Patterns

/// What rules look at in a comment, its author's particulars and its post, as far as no history is needed.
public struct RuleSubject: Sendable {
    public var id: String
    /// The text as its reader would type it.
    public var body: String
    public var authorName: String
    public var email: String
    public var website: String
    public var ip: String
    public var userAgent: String
    public var postTitle: String
    public var postURL: String
    public var postID: String
    public var permalink: String

    /// What is absent is an empty text, as in AutoModerator.
    public init(
        id: String = "",
        body: String = "",
        authorName: String = "",
        email: String = "",
        website: String = "",
        ip: String = "",
        userAgent: String = "",
        postTitle: String = "",
        postURL: String = "",
        postID: String = "",
        permalink: String = ""
    ) {
        self.id = id
        self.body = body
        self.authorName = authorName
        self.email = email
        self.website = website
        self.ip = ip
        self.userAgent = userAgent
        self.postTitle = postTitle
        self.postURL = postURL
        self.postID = postID
        self.permalink = permalink
    }

    func text(of field: RuleField) -> String {
        switch field {
        case .body: body
        case .bodyWithoutQuotes: body.withoutQuotes
        case .commentID: id
        case .authorName: authorName
        case .email: email
        case .website: website
        case .ip: ip
        case .userAgent: userAgent
        case .postTitle: postTitle
        case .postURL: postURL
        case .postDomain: postURL.domain
        case .postID: postID
        }
    }
}

/// What the ledger and the thread know; facts about trust only of authors that proved their address.
public struct RuleFacts: Sendable {
    /// Approved comments of this name and address: the karma.
    public var approvedComments: Int
    /// Since the author was first seen; 0 for a first comment.
    public var secondsKnown: Double
    /// A trusted author, AutoModerator's moderator.
    public var isTrusted: Bool
    public var isContributor: Bool
    /// Whether the author wrote the post.
    public var isPostAuthor: Bool
    /// Whether the author's address is proven; a message to another leaves out what the visitor wrote.
    public var isVerified: Bool
    /// Whether title and address of the post are the site's own words, not the visitor's.
    public var isPostListed: Bool
    /// How often readers reported the comment.
    public var flags: Int
    public var isReply: Bool
    public var isEdited: Bool

    public init(
        approvedComments: Int = 0,
        secondsKnown: Double = 0,
        isTrusted: Bool = false,
        isContributor: Bool = false,
        isPostAuthor: Bool = false,
        isVerified: Bool = false,
        isPostListed: Bool = true,
        flags: Int = 0,
        isReply: Bool = false,
        isEdited: Bool = false
    ) {
        self.approvedComments = approvedComments
        self.secondsKnown = secondsKnown
        self.isTrusted = isTrusted
        self.isContributor = isContributor
        self.isPostAuthor = isPostAuthor
        self.isVerified = isVerified
        self.isPostListed = isPostListed
        self.flags = flags
        self.isReply = isReply
        self.isEdited = isEdited
    }
}

extension String {
    /// Without empty lines and lines that start with `>`; line ends are those of Python's `splitlines`.
    var withoutQuotes: String {
        var lines: [Substring.UnicodeScalarView] = []
        var line = unicodeScalars[...]
        func keep(_ line: Substring.UnicodeScalarView) {
            if let first = line.first, first != ">" { lines.append(line) }
        }
        while let end = line.firstIndex(where: \.endsLine) {
            keep(line[..<end])
            line = line[line.index(after: end)...]
        }
        keep(line)
        return lines.map { String(Substring($0)) }.joined(separator: "\n")
    }

    /// Of an address: its host in lower case, without a leading `www.`.
    var domain: String {
        guard let scheme = range(ofScheme: self) else { return "" }
        var host = self[scheme...].prefix { !"/?#\\".contains($0) }
        if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
        host = host.prefix { $0 != ":" }
        let lower = host.lowercased()
        return lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
    }

    /// Where the host of an absolute address begins.
    private func range(ofScheme text: String) -> String.Index? {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
        return text.index(colon, offsetBy: 3)
    }

    /// Scalars from the first word character to the last.
    var lengthBetweenWords: Int {
        var count = 0
        var first: Int?
        var last = 0
        for scalar in unicodeScalars {
            if scalar.value.isWord {
                first = first ?? count
                last = count + 1
            }
            count += 1
        }
        return first.map { last - $0 } ?? 0
    }
}

extension Unicode.Scalar {
    fileprivate var endsLine: Bool {
        switch value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
