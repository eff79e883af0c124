/// WordPress's smilies; a smiley has white space or an edge of the text on both sides.
enum Smiley {
    private static let longest = 9

    static func found(in text: Surroundings, at index: Int) -> (replacement: StaticString, length: Int)? {
        switch text.text[index] {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "8"): break
        default: return nil
        }
        guard text.isSpaceBefore(index) else { return nil }
        var end = index + 1
        while !text.isSpaceOrEnd(end) {
            end += 1
            guard end - index <= longest else { return nil }
        }
        guard
            let emoji = table.first(where: { $0.code.utf8CodeUnitCount == end - index && text.has($0.code, at: index) })
        else { return nil }
        return (emoji.emoji, end - index)
    }

    private static let table: [(code: StaticString, emoji: StaticString)] = [
        (":)", "🙂"), (":-)", "🙂"), (":smile:", "🙂"), (";)", "😉"), (";-)", "😉"), (":wink:", "😉"), (":D", "😀"),
        (":-D", "😀"), (":grin:", "😀"), (":(", "🙁"), (":-(", "🙁"), (":sad:", "🙁"), (":P", "😛"), (":-P", "😛"),
        (":razz:", "😛"), (":o", "😮"), (":-o", "😮"), (":eek:", "😮"), (":x", "😡"), (":-x", "😡"), (":mad:", "😡"),
        (":|", "😐"), (":-|", "😐"), (":neutral:", "😐"), (":?", "😕"), (":-?", "😕"), (":???:", "😕"), ("8-)", "😎"),
        (":cool:", "😎"), ("8O", "😯"), ("8-O", "😯"), (":shock:", "😯"), (":lol:", "😆"), (":cry:", "😥"),
        (":oops:", "😳"), (":roll:", "🙄"), (":evil:", "👿"), (":twisted:", "😈"), (":arrow:", "➡"), (":idea:", "💡"),
        (":!:", "❗"), (":?:", "❓"),
    ]
}
