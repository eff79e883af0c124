/// What a page's template can show of it.
enum PageValue: UInt8, TemplateValue {
    case heading = 0x41
    case title
    case url
    case thread
    case feed
    case comments
}

/// What decides which parts of the page's template apply.
struct PageShape: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let hasComments = PageShape(rawValue: 1)
    static let isOpen = PageShape(rawValue: 2)
}
