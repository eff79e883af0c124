/// Domains that heuristics look up; a line each in the site's `Rules/spam/`, where a file replaces what is built in.
public struct SpamLists: Sendable {
    public var shorteners: Set<String>
    public var disposable: Set<String>

    /// - Parameters: the lists' texts; nil for what is built in.
    public init(shorteners: String? = nil, disposable: String? = nil) {
        self.shorteners = shorteners.map(Self.domains) ?? Self.builtInShorteners
        self.disposable = disposable.map(Self.domains) ?? Self.builtInDisposable
    }

    /// The domain of a list that a host is, or lies in.
    static func entry(of host: UnsafeBufferPointer<UInt8>, in domains: Set<String>) -> String? {
        var rest = host[...]
        while true {
            let domain = String(decoding: rest, as: UTF8.self)
            if domains.contains(domain) { return domain }
            guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else { return nil }
            rest = rest[(dot + 1)...]
        }
    }

    /// A domain a line, lower case; blank lines and what follows a `#` don't count.
    static func domains(_ text: String) -> Set<String> {
        Set(
            text.split(whereSeparator: \.isNewline).compactMap { line in
                let entry = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }.lowercased()
                return entry.isEmpty ? nil : entry
            }
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
