public import Comments

/// Turns bodies into safe HTML and plain text (`Documentation/Markup.md`).
///
/// Any text is taken; time and memory are linear in its length, and nesting is bounded.
public struct MarkupCleaner: Sendable {
    private let format: BodyFormat
    private let style: BodyStyle

    public init(_ options: MarkupOptions) {
        format = options.format
        style = BodyStyle(options)
    }

    /// The body as HTML and text, with its links.
    /// - Parameter format: how it is to be read; the site's default where it names none.
    public func render(_ body: String, format: BodyFormat? = nil) -> RenderedBody {
        read(body, format ?? self.format, extra: .plainText).body
    }

    /// The body as HTML only, which is cheaper.
    public func html(_ body: String, format: BodyFormat? = nil) -> String {
        read(body, format ?? self.format, extra: []).html
    }

    private func read(_ body: String, _ format: BodyFormat, extra: Composer.Mode) -> BodyReader {
        switch format {
        case .text:
            var reader = BodyReader(Array(body.utf8), mode: [.paragraphs, .links, extra], style: style)
            reader.readText()
            return reader
        case .auto:
            var reader = BodyReader(Array(body.utf8), mode: [.paragraphs, .links, extra], style: style)
            reader.readMarkup()
            return reader
        case .html:
            var reader = BodyReader(Array(body.utf8), mode: extra, style: style)
            reader.readMarkup()
            return reader
        case .markdown:
            var reader = BodyReader(CommonMark.html(body), mode: [.links, extra], style: style)
            reader.readMarkup()
            return reader
        }
    }
}
