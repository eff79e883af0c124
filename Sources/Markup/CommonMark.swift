import CCmark

/// The only user of cmark: CommonMark without extensions to HTML, raw HTML included; the result is as unsafe as its source.
enum CommonMark {
    static func html(_ body: String) -> [UInt8] {
        var body = body
        return body.withUTF8 { source in
            guard let base = source.baseAddress else { return [] }
            return base.withMemoryRebound(to: CChar.self, capacity: source.count) { text in
                guard let document = cmark_parse_document(text, source.count, CMARK_OPT_DEFAULT) else { return [] }
                defer { cmark_node_free(document) }
                return rendered(document)
            }
        }
    }

    private static func rendered(_ document: OpaquePointer) -> [UInt8] {
        guard let html = cmark_render_html(document, CMARK_OPT_UNSAFE) else { return [] }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return [UInt8](UnsafeRawBufferPointer(start: html, count: length(of: html)))
    }

    private static func length(of text: UnsafeMutablePointer<CChar>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }
}
