/// What is done with a tag, by its name.
enum TagRole: Equatable {
    case inline(Element)
    case block(Element)
    case lineBreak
    /// Removed; its text stays.
    case passedOver
    /// Removed; its text stays, apart from what is beside it by a line break.
    case edge
    /// Removed; its text stays, apart from what is beside it by a space.
    case cell
    /// Removed with its content, in which no tag counts but its own end tag.
    case hiddenText
    /// The same, and where it never ends nothing after it is shown.
    case program
    /// Removed with its content, which is markup.
    case hiddenTree

    var hidesContent: Bool { self == .hiddenText || self == .program || self == .hiddenTree }

    /// The role of every element of HTML, obsolete ones too; nil for any other name, which is shown as typed.
    static func of(_ name: TagName) -> TagRole? {
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            let entry = table[middle]
            if entry.name == name { return entry.role }
            if entry.name < name { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private static let table: [(name: TagName, role: TagRole)] = {
        var entries: [(name: TagName, role: TagRole)] = []
        for (role, names) in roles {
            entries += names.map { (TagName($0), role) }
        }
        return entries.sorted { $0.name < $1.name }
    }()

    private static let roles: [(TagRole, [StaticString])] = [
        (.inline(.a), ["a"]),
        (.inline(.abbr), ["abbr", "acronym"]),
        (.inline(.b), ["b"]),
        (.inline(.cite), ["cite"]),
        (.inline(.code), ["code"]),
        (.inline(.del), ["del"]),
        (.inline(.em), ["em"]),
        (.inline(.i), ["i"]),
        (.inline(.q), ["q"]),
        (.inline(.s), ["s", "strike"]),
        (.inline(.strong), ["strong"]),
        (.inline(.sub), ["sub"]),
        (.inline(.sup), ["sup"]),
        (.block(.blockquote), ["blockquote"]),
        (.block(.li), ["li"]),
        (.block(.ol), ["ol"]),
        (.block(.p), ["p"]),
        (.block(.pre), ["pre"]),
        (.block(.ul), ["ul"]),
        (.block(.division), ["div"]),
        (.block(.heading), ["h1", "h2", "h3", "h4", "h5", "h6"]),
        (.lineBreak, ["br"]),
        (
            .passedOver,
            [
                "area", "base", "basefont", "bdi", "bdo", "bgsound", "big", "blink", "button", "col", "colgroup",
                "data",
                "dfn", "embed", "font", "frame", "img", "input", "ins", "isindex", "kbd", "keygen", "label", "link",
                "map", "mark", "marquee", "menuitem", "meta", "meter", "nextid", "nobr", "output", "param", "picture",
                "plaintext", "progress", "rb", "rp", "rt", "rtc", "ruby", "samp", "slot", "small", "source", "spacer",
                "span", "time", "track", "tt", "u", "var", "wbr",
            ]
        ),
        (
            .edge,
            [
                "address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "dir", "dl",
                "dt",
                "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend",
                "listing", "main", "menu", "multicol", "nav", "optgroup", "option", "search", "section", "summary",
                "table", "tbody", "tfoot", "thead", "tr", "xmp",
            ]
        ),
        (.cell, ["td", "th"]),
        (.program, ["script", "style"]),
        (.hiddenText, ["iframe", "noembed", "noframes", "noscript", "textarea", "title"]),
        (
            .hiddenTree,
            [
                "applet", "audio", "canvas", "datalist", "frameset", "head", "math", "object", "select", "svg",
                "template",
                "video",
            ]
        ),
    ]
}
