import Text

/// A comment's text and author's name, folded, with its addresses, words and domains: what features and heuristics are taken from.
struct TextReading {
    /// How many bytes of a text are read.
    static let limit = 1 << 16
    /// How many bytes of name, e-mail and website are read.
    static let fieldLimit = 1024

    private(set) var text = FoldedText()
    private(set) var name = FoldedText()
    private(set) var addresses: [Address] = []
    /// Words and marks; there after `splitIntoTokens`.
    private(set) var tokens: [Token] = []
    /// The e-mail's domain, A-Z made a-z; empty without an `@`.
    private(set) var emailDomain: [UInt8] = []
    /// The website's host, A-Z made a-z, `www.` off; empty without one.
    private(set) var websiteHost: [UInt8] = []
    private var plain = PlainText()

    /// Whether the body has tags.
    var hasTags: Bool { plain.hasTags }

    mutating func read(_ sample: SpamSample) {
        var body = sample.text
        body.withUTF8 { bytes in
            let bytes = UTF8Scalar.prefix(bytes, Self.limit)
            if plain.read(bytes) {
                let stripped = plain.bytes
                stripped.withUnsafeBufferPointer { text.fold($0, isPadded: true) }
            } else {
                text.fold(bytes, isPadded: true)
            }
        }
        var author = sample.name
        author.withUTF8 { name.fold(UTF8Scalar.prefix($0, Self.fieldLimit), isPadded: false) }
        addresses.removeAll(keepingCapacity: true)
        Address.find(in: text.bytes, into: &addresses)
        readDomains(sample)
    }

    /// Splits the text into `tokens`, which only features need.
    mutating func splitIntoTokens() {
        tokens.removeAll(keepingCapacity: true)
        Token.split(text.bytes, addresses, into: &tokens)
    }

    /// Words in the author's name.
    var nameWords: Int {
        name.bytes.isEmpty ? 0 : name.bytes.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 }
    }

    private mutating func readDomains(_ sample: SpamSample) {
        emailDomain.removeAll(keepingCapacity: true)
        if var email = sample.email {
            email.withUTF8 { bytes in
                guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return }
                emailDomain.append(
                    contentsOf: bytes[(at + 1)...].prefix(Self.fieldLimit).lazy.map { $0.asciiLowercased }
                )
            }
        }
        websiteHost.removeAll(keepingCapacity: true)
        if var website = sample.website {
            website.withUTF8 { bytes in
                let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Self.fieldLimit))
                websiteHost.append(contentsOf: bytes[Address.hostOfWebsite(bytes)].lazy.map { $0.asciiLowercased })
            }
        }
    }
}
