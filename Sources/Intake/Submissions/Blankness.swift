import Comments
import Markup
import Settings
import Text

/// Tells texts that show nothing: spaces, no-break, zero-width and format characters only, or markup without text.
struct Blankness: Sendable {
    private let format: BodyFormat
    private let cleaner: MarkupCleaner

    init(_ settings: Settings) {
        format = settings.markup.format
        cleaner = MarkupCleaner(MarkupOptions(format: settings.markup.format))
    }

    func isBlank(body: String, format: BodyFormat?) -> Bool {
        guard let first = body.unicodeScalars.first(where: { !$0.isInvisible }) else { return true }
        switch format ?? self.format {
        case .text: return false
        case .auto, .html:
            guard first == "<" || first == "&" else { return false }
        case .markdown:
            guard first.isASCII, !first.properties.isAlphabetic else { return false }
        }
        return cleaner.render(body, format: format).text.isBlank
    }
}
