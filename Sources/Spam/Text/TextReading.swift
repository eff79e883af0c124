/// A comment's text and author's name, folded, with its addresses and words: what features and heuristics are taken from.
struct TextReading {
    /// How many bytes of a text are read.
    static let limit = 1 << 16

    private(set) var text = FoldedText()
    private(set) var name = FoldedText()
    private(set) var addresses: [Address] = []
    private(set) var tokens: [Token] = []
    private var plain = PlainText()

    mutating func read(_ sample: SpamSample) {
        let source = sample.text.utf8Span.span
        plain.read(source.extracting(first: min(source.count, Self.limit)))
        let body = plain.bytes
        text.fold(body.span, isPadded: true)
        let author = sample.name.utf8Span.span
        name.fold(author.extracting(first: min(author.count, 1024)), isPadded: false)
        addresses.removeAll(keepingCapacity: true)
        Address.find(in: text.bytes, into: &addresses)
        tokens.removeAll(keepingCapacity: true)
        Token.split(text.bytes, addresses, into: &tokens)
    }
}

extension TextReading {
    /// Words in the author's name.
    var nameWords: Int {
        name.bytes.isEmpty ? 0 : name.bytes.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 }
    }
}
