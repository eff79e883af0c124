import Text
import XML

extension FeedDocument {
    /// RSS 2.0, as the RSS Advisory Board's profile asks: metadata before items, `atom:link rel="self"`, no address of
    /// an author, `description` before `content:encoded`.
    func rss() -> [UInt8] {
        var xml = XMLWriter(capacity: size)
        beginRSS(&xml)
        for item in items { item.rss(to: &xml) }
        return xml.finish()
    }

    /// All before the items.
    func beginRSS(_ xml: inout XMLWriter) {
        if let stylesheet { xml.stylesheet(stylesheet.asURI) }
        xml.start("rss")
        xml.attribute("version", "2.0")
        for namespace in Namespace.extensionsOfRSS { xml.attribute(namespace.declaration, namespace.uri) }
        xml.newline()
        xml.start("channel")
        xml.newline()
        xml.line("title", title.isBlank ? link : title)
        xml.line("link", link.asURI)
        xml.line("description", subtitle ?? title)
        if let language { xml.line("language", language) }
        xml.line("lastBuildDate", updated.rfc5322)
        if let generator { xml.line("generator", generator.line) }
        for (relation, address) in atomLinks {
            xml.start("atom:link")
            xml.attribute("rel", relation)
            xml.attribute("href", address.asURI)
            xml.attribute("type", FeedFormat.rss.mediaType)
            xml.endLine()
        }
        if paging.isArchive { xml.flag("fh:archive") }
    }

    /// The relations of this document to itself and its neighbours, in the order they are written.
    var atomLinks: [(relation: String, address: String)] {
        [
            ("self", selfLink), ("current", paging.current),
            ("prev-archive", paging.previousArchive), ("next-archive", paging.nextArchive),
        ].compactMap { relation, address in address.map { (relation, $0) } }
    }
}

extension FeedItem {
    func rss(to xml: inout XMLWriter) {
        xml.markup("<item>\n")
        if !title.isBlank { xml.line("title", title) }
        xml.line("link", link)
        xml.text(id, between: "<guid isPermaLink=\"false\">", and: "</guid>\n")
        xml.line("pubDate", published.rfc5322)
        if let authorName, !authorName.isBlank { xml.line("dc:creator", authorName) }
        // Readers take it for HTML.
        xml.line("description", summary?.escapedOnce ?? content)
        if summary != nil { xml.line("content:encoded", content) }
        inReplyTo?.write(to: &xml)
        if let commentCount { xml.line("slash:comments", String(max(0, commentCount))) }
        if let commentFeed { xml.line("wfw:commentRss", commentFeed[.rss]) }
        xml.markup("</item>\n")
    }
}

extension FeedDocument.Generator {
    fileprivate var line: String {
        [name, version, link.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    }
}
