import CCmark

/// The only user of cmark: plain CommonMark to HTML, raw HTML included; the result is as unsafe as its source.
///
/// E-mail addresses in angle brackets stay text, and an image is the text that describes it.
enum CommonMark {
    static func html(_ body: String) -> [UInt8] {
        var body = body
        return body.withUTF8 { source in
            guard let base = source.baseAddress else { return [] }
            return base.withMemoryRebound(to: CChar.self, capacity: source.count) { text in
                guard let document = cmark_parse_document(text, source.count, CMARK_OPT_DEFAULT) else { return [] }
                defer { cmark_node_free(document) }
                replaceMailAndImages(in: document)
                return rendered(document)
            }
        }
    }

    private static func replaceMailAndImages(in document: OpaquePointer) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_EXIT, let node = cmark_iter_get_node(iterator) else { continue }
            switch cmark_node_get_type(node) {
            case CMARK_NODE_IMAGE: unwrap(node)
            case CMARK_NODE_LINK: showMailAddress(node)
            default: continue
            }
        }
    }

    /// Puts the children of a node in its place.
    private static func unwrap(_ node: OpaquePointer) {
        while let child = cmark_node_first_child(node), cmark_node_insert_before(node, child) == 1 {}
        cmark_node_free(node)
    }

    /// Puts the text `<name@host>` in the place of such an autolink.
    private static func showMailAddress(_ link: OpaquePointer) {
        guard let text = cmark_node_first_child(link), cmark_node_next(text) == nil,
            cmark_node_get_type(text) == CMARK_NODE_TEXT,
            let literal = cmark_node_get_literal(text), let url = cmark_node_get_url(link)
        else { return }
        let address = String(cString: literal)
        guard String(cString: url) == "mailto:" + address, cmark_node_set_literal(text, "<\(address)>") == 1 else {
            return
        }
        unwrap(link)
    }

    private static func rendered(_ document: OpaquePointer) -> [UInt8] {
        guard let html = cmark_render_html(document, CMARK_OPT_UNSAFE) else { return [] }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        var count = 0
        while html[count] != 0 { count += 1 }
        return [UInt8](UnsafeRawBufferPointer(start: html, count: count))
    }
}
