/// A start or end tag as it stands in a body; attribute values are ranges of its bytes, still encoded.
struct Tag {
    var name = TagName()
    var role = TagRole.passedOver
    var isEnd = false
    /// Ends in `/>`.
    var isEmpty = false
    /// Where the text after it starts.
    var end = 0
    var href: Range<Int>?
    var title: Range<Int>?
    var cite: Range<Int>?
    var datetime: Range<Int>?

    /// Forgets values that reach beyond `limit`.
    mutating func dropAttributes(beyond limit: Int) {
        if let range = href, range.upperBound > limit { href = nil }
        if let range = title, range.upperBound > limit { title = nil }
        if let range = cite, range.upperBound > limit { cite = nil }
        if let range = datetime, range.upperBound > limit { datetime = nil }
    }
}
