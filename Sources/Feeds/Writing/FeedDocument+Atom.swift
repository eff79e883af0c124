import Text
import XML

extension FeedDocument {
    /// Atom 1.0 (RFC 4287). The feed always names an author, so that an item without one is valid.
    func atom() -> [UInt8] {
        var xml = XMLWriter(capacity: size)
        beginAtom(&xml)
        for item in items { item.atom(to: &xml) }
        return xml.finish()
    }

    /// All before the entries.
    func beginAtom(_ xml: inout XMLWriter) {
        if let stylesheet { xml.stylesheet(stylesheet.asURI) }
        xml.start("feed")
        xml.attribute("xmlns", Namespace.atom.uri)
        xml.attribute("xmlns:thr", Namespace.thread.uri)
        if paging.isArchive { xml.attribute("xmlns:fh", Namespace.history.uri) }
        if let language { xml.attribute("xml:lang", language) }
        xml.newline()
        let title = title.isBlank ? link : title
        xml.line("id", id)
        xml.line("title", title)
        if let subtitle { xml.line("subtitle", subtitle) }
        xml.line("updated", updated.description)
        xml.person(author ?? title, link: nil)
        xml.link("alternate", link.asURI, type: "text/html")
        for (relation, address) in atomLinks { xml.link(relation, address.asURI, type: FeedFormat.atom.mediaType) }
        if let generator {
            xml.start("generator")
            if let link = generator.link { xml.attribute("uri", link.asURI) }
            if let version = generator.version { xml.attribute("version", version) }
            xml.text(generator.name)
            xml.endLine()
        }
        if paging.isArchive { xml.flag("fh:archive") }
    }
}

extension FeedItem {
    func atom(to xml: inout XMLWriter) {
        xml.markup("<entry>\n")
        xml.line("id", id)
        xml.line("title", title)
        xml.line("published", published.description)
        xml.line("updated", max(updated, published).description)
        if let authorName, !authorName.isBlank { xml.person(authorName, link: authorLink) }
        xml.attribute(link, between: "<link rel=\"alternate\" href=\"", and: "\" type=\"text/html\"/>\n")
        if let feed = commentFeed?[.atom] {
            xml.attribute(feed, between: "<link rel=\"replies\" href=\"", and: "\" type=\"application/atom+xml\"")
            if let count { xml.attribute(count, between: " thr:count=\"", and: "\"") }
            xml.markup("/>\n")
        }
        inReplyTo?.write(to: &xml)
        if let count { xml.line("thr:total", count) }
        if let summary { xml.line("summary", summary) }
        xml.text(content, between: "<content type=\"html\">", and: "</content>\n</entry>\n")
    }

    private var count: String? { commentCount.map { String(max(0, $0)) } }
}

extension FeedItem.Reply {
    /// Writes `thr:in-reply-to` on a line of its own.
    func write(to xml: inout XMLWriter) {
        xml.attribute(ref, between: "<thr:in-reply-to ref=\"", and: "\"")
        if let href { xml.attribute(href, between: " href=\"", and: "\" type=\"text/html\"") }
        xml.markup("/>\n")
    }
}

extension XMLWriter {
    fileprivate mutating func link(_ relation: String, _ address: String, type: String) {
        start("link")
        attribute("rel", relation)
        attribute("href", address)
        attribute("type", type)
        endLine()
    }

    fileprivate mutating func person(_ name: String, link: String?) {
        text(name, between: "<author><name>", and: "</name>")
        if let link { element("uri", link) }
        markup("</author>\n")
    }
}
