/// Domains that heuristics look up; a line each in the site's `Rules/spam/`, where a file replaces what is built in.
public struct SpamLists: Sendable {
    public let shorteners: DomainList
    public let disposable: DomainList

    /// - Parameters: the lists' texts; nil for what is built in.
    public init(shorteners: String? = nil, disposable: String? = nil) {
        self.shorteners = shorteners.map(Self.domains) ?? Self.builtInShorteners
        self.disposable = disposable.map(Self.domains) ?? Self.builtInDisposable
    }

    /// A domain a line, lower case; blank lines and what follows a `#` don't count.
    static func domains(_ text: String) -> DomainList {
        DomainList(
            Set(
                text.split(whereSeparator: \.isNewline).compactMap { line in
                    let entry = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }.lowercased()
                    return entry.isEmpty ? nil : entry
                }
            )
        )
    }

    private static let builtInShorteners = domains(
        """
        adf.ly
        bit.do
        bit.ly
        buff.ly
        cutt.ly
        goo.gl
        is.gd
        ow.ly
        rb.gy
        rebrand.ly
        s.id
        shorturl.at
        shorte.st
        t.co
        t.ly
        tiny.cc
        tinyurl.com
        tr.im
        v.gd
        """
    )

    private static let builtInDisposable = domains(
        """
        10minutemail.com
        dispostable.com
        fakeinbox.com
        getnada.com
        grr.la
        guerrillamail.com
        mailcatch.com
        maildrop.cc
        mailinator.com
        mailnesia.com
        mintemail.com
        moakt.com
        mytemp.email
        sharklasers.com
        spamgourmet.com
        temp-mail.org
        tempail.com
        tempmail.net
        throwawaymail.com
        trashmail.com
        yopmail.com
        """
    )
}
