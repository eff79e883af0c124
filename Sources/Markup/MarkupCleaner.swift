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
        var reader = reader(of: body, format ?? self.format, extra: .plainText)
        reader.read()
        return reader.body
    }

    /// The body as HTML only, which is cheaper.
    public func html(_ body: String, format: BodyFormat? = nil) -> String {
        var reader = reader(of: body, format ?? self.format, extra: [])
        reader.read()
        return reader.html
    }

    private func reader(of body: String, _ format: BodyFormat, extra: Composer.Mode) -> BodyReader {
        switch format {
        case .text: BodyReader(Array(body.utf8), isMarkup: false, mode: [.paragraphs, .links, extra], style: style)
        case .auto: BodyReader(Array(body.utf8), mode: [.paragraphs, .links, extra], style: style)
        case .html: BodyReader(Array(body.utf8), mode: extra, style: style)
        case .markdown: BodyReader(CommonMark.html(body), mode: [.links, extra], style: style)
        }
    }
}
