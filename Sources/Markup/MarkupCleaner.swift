public import Comments
import Text

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
        var room = MarkupRoom()
        return render(body, format: format, room: &room)
    }

    public func render(_ body: String, format: BodyFormat? = nil, room: inout MarkupRoom) -> RenderedBody {
        var reader = reader(of: body, format ?? self.format, extra: .plainText, room: room.take())
        reader.read()
        room = reader.room
        return reader.body
    }

    /// The body as HTML only, which is cheaper.
    public func html(_ body: String, format: BodyFormat? = nil) -> String {
        var reader = reader(of: body, format ?? self.format, extra: [], room: MarkupRoom())
        reader.read()
        return reader.html
    }

    private func reader(
        of body: String,
        _ format: BodyFormat,
        extra: Composer.Mode,
        room: consuming MarkupRoom
    ) -> BodyReader {
        if format == .markdown {
            room.source = CommonMark.html(body)
        } else {
            body.withBytes { room.source.append(contentsOf: $0) }
        }
        let mode: Composer.Mode =
            switch format {
            case .text, .auto: [.paragraphs, .links, extra]
            case .html: extra
            case .markdown: [.links, extra]
            }
        return BodyReader(room, isMarkup: format != .text, mode: mode, style: style)
    }
}
