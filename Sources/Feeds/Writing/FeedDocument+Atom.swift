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
            xml.end()
            xml.newline()
        }
        if paging.isArchive { xml.flag("fh:archive") }
    }
}

extension FeedItem {
    func atom(to xml: inout XMLWriter) {
        xml.start("entry")
        xml.newline()
        xml.line("id", id)
        xml.line("title", title)
        xml.line("published", published.description)
        xml.line("updated", max(updated, published).description)
        if let authorName, !authorName.isBlank { xml.person(authorName, link: authorLink) }
        xml.link("alternate", link, type: "text/html")
        if let feed = commentFeed(.atom) {
            xml.start("link")
            xml.attribute("rel", "replies")
            xml.attribute("href", feed)
            xml.attribute("type", FeedFormat.atom.mediaType)
            if let commentCount { xml.attribute("thr:count", String(max(0, commentCount))) }
            xml.end()
            xml.newline()
        }
        if let inReplyTo {
            xml.start("thr:in-reply-to")
            xml.attribute("ref", inReplyTo.ref)
            if let href = inReplyTo.href {
                xml.attribute("href", href)
                xml.attribute("type", "text/html")
            }
            xml.end()
            xml.newline()
        }
        if let commentCount { xml.line("thr:total", String(max(0, commentCount))) }
        if let summary { xml.line("summary", summary) }
        xml.start("content")
        xml.attribute("type", "html")
        xml.text(content)
        xml.end()
        xml.newline()
        xml.end()
        xml.newline()
    }
}

extension XMLWriter {
    fileprivate mutating func link(_ relation: String, _ address: String, type: String) {
        start("link")
        attribute("rel", relation)
        attribute("href", address)
        attribute("type", type)
        end()
        newline()
    }

    fileprivate mutating func person(_ name: String, link: String?) {
        start("author")
        element("name", name)
        if let link { element("uri", link) }
        end()
        newline()
    }
}
