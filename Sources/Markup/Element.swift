/// The elements that may stand in the output, and the two that are read as paragraphs.
enum Element: UInt8 {
    case a
    case abbr
    case b
    case cite
    case code
    case del
    case em
    case i
    case q
    case s
    case strong
    case sub
    case sup
    case blockquote
    case li
    case ol
    case p
    case pre
    case ul
    /// `div`: its text is put in paragraphs.
    case division
    /// `h1` to `h6`: a paragraph in `strong`.
    case heading

    /// The start of the start tag, up to its attributes.
    var opening: StaticString {
        switch self {
        case .a: "<a"
        case .abbr: "<abbr"
        case .b: "<b"
        case .cite: "<cite"
        case .code: "<code"
        case .del: "<del"
        case .em: "<em"
        case .i: "<i"
        case .q: "<q"
        case .s: "<s"
        case .strong: "<strong"
        case .sub: "<sub"
        case .sup: "<sup"
        case .blockquote: "<blockquote"
        case .li: "<li"
        case .ol: "<ol"
        case .p: "<p"
        case .pre: "<pre"
        case .ul: "<ul"
        case .division, .heading: ""
        }
    }

    var closing: StaticString {
        switch self {
        case .a: "</a>"
        case .abbr: "</abbr>"
        case .b: "</b>"
        case .cite: "</cite>"
        case .code: "</code>"
        case .del: "</del>"
        case .em: "</em>"
        case .i: "</i>"
        case .q: "</q>"
        case .s: "</s>"
        case .strong: "</strong>"
        case .sub: "</sub>"
        case .sup: "</sup>"
        case .blockquote: "</blockquote>"
        case .li: "</li>"
        case .ol: "</ol>"
        case .p: "</p>"
        case .pre: "</pre>"
        case .ul: "</ul>"
        case .division, .heading: ""
        }
    }

    /// Whether it is written at all.
    var isWritten: Bool { rawValue < Element.division.rawValue }

    var isList: Bool { self == .ul || self == .ol }

    /// HTML's formatting elements go on after the end of the block in which they were left open; other inline ones end with it.
    var isFormatting: Bool {
        switch self {
        case .a, .b, .code, .em, .i, .s, .strong: true
        default: false
        }
    }
}
