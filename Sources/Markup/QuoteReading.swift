import Text

/// Tells opening from closing quotes, apostrophes and primes, by the rules and in the order of WordPress's `wptexturize`.
struct QuoteReading {
    struct Quote {
        enum Mark {
            case opening
            case closing
            case apostrophe
            case prime
            case undecided
        }

        var index: Int
        var length = 1
        var isDouble: Bool
        var mark = Mark.undecided

        /// Nil where it stays as typed.
        var replacement: StaticString? {
            switch mark {
            case .opening: isDouble ? "“" : "‘"
            case .closing: isDouble ? "”" : "’"
            case .apostrophe: "’"
            case .prime: isDouble ? "″" : "′"
            case .undecided: nil
            }
        }
    }

    private let text: Surroundings
    private var quotes: [Quote] = []

    /// The quotes of a piece of text in order.
    static func quotes(in text: Surroundings) -> [Quote] {
        var reading = QuoteReading(text: text)
        reading.collect()
        guard !reading.quotes.isEmpty else { return [] }
        for index in reading.quotes.indices where !reading.quotes[index].isDouble { reading.readSingle(index) }
        reading.readSentences(isDouble: false)
        for index in reading.quotes.indices where reading.quotes[index].isDouble { reading.readDouble(index) }
        reading.readSentences(isDouble: true)
        return reading.quotes
    }

    private init(text: Surroundings) { self.text = text }

    private mutating func collect() {
        var index = text.text.startIndex
        while index < text.text.endIndex {
            switch text.text[index] {
            case UInt8(ascii: "'") where text.has("''", at: index):
                quotes.append(Quote(index: index, length: 2, isDouble: true, mark: .closing))
                index += 1
            case UInt8(ascii: "`") where text.has("``", at: index):
                quotes.append(Quote(index: index, length: 2, isDouble: true, mark: .opening))
                index += 1
            case UInt8(ascii: "'"): quotes.append(Quote(index: index, isDouble: false))
            case UInt8(ascii: "\""): quotes.append(Quote(index: index, isDouble: true))
            default: break
            }
            index += 1
        }
    }

    // MARK: By what stands beside

    private mutating func readSingle(_ position: Int) {
        let quote = quotes[position]
        guard quote.mark == .undecided else { return }
        let index = quote.index
        if Self.contractions.contains(where: { text.has($0, at: index) }) {
            quotes[position].mark = .apostrophe
        } else if hasYear(after: index) {
            quotes[position].mark = .apostrophe
            if position + 1 < quotes.count, quotes[position + 1].index == index + 3, isClosable(index + 4) {
                quotes[position + 1].mark = .closing
            }
        } else if text.isSpaceBefore(index), let end = endOfNumber(from: index + 1),
            closes(position + 1, at: end, false)
        {
            quotes[position].mark = .opening
            quotes[position + 1].mark = .closing
        } else if mayOpen(index) || text.byte(before: index) == UInt8(ascii: "\"") {
            quotes[position].mark = .opening
        } else if !isEndOrPunctuation(index + 1) {
            quotes[position].mark = .apostrophe
        }
    }

    private mutating func readDouble(_ position: Int) {
        let index = quotes[position].index
        guard quotes[position].mark == .undecided else { return }
        if text.isSpaceBefore(index), let end = endOfNumber(from: index + 1), closes(position + 1, at: end, true) {
            quotes[position].mark = .opening
            quotes[position + 1].mark = .closing
        } else if mayOpen(index), !text.isSpace(at: index + 1) {
            quotes[position].mark = .opening
        }
    }

    /// Two digits, as of a year: never `'9`, `'99%`, `'999` or `'99.0`, but before a quote that closes.
    private func hasYear(after index: Int) -> Bool {
        guard digit(at: index + 1), digit(at: index + 2), !digit(at: index + 3) else { return false }
        if text.has("%", at: index + 3) { return false }
        return !((text.has(".", at: index + 3) || text.has(",", at: index + 3)) && digit(at: index + 4))
    }

    /// Where a number that starts here ends.
    private func endOfNumber(from start: Int) -> Int? {
        guard digit(at: start) else { return nil }
        var end = start + 1
        while digit(at: end) || text.has(".", at: end) || text.has(",", at: end) { end += 1 }
        return end
    }

    private func closes(_ position: Int, at index: Int, _ isDouble: Bool) -> Bool {
        position < quotes.count && quotes[position].index == index && quotes[position].isDouble == isDouble
            && quotes[position].length == 1
    }

    private func mayOpen(_ index: Int) -> Bool {
        switch text.byte(before: index) {
        case 0x20, 0x0A, 0x09, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "-"),
            UInt8(ascii: "<"):
            true
        default:
            false
        }
    }

    private func isEndOrPunctuation(_ index: Int) -> Bool {
        text.isSpaceOrEnd(index) || ".,:;!?\"'(){}[]-<>".utf8.contains(text.text[index])
    }

    /// Whether a quote may close before `index`.
    private func isClosable(_ index: Int) -> Bool {
        text.isSpaceOrEnd(index) || ".,:;!?)}-]>".utf8.contains(text.text[index])
    }

    private func digit(at index: Int) -> Bool { index < text.text.endIndex && text.text[index].isASCIIDigit }

    private func followsDigit(_ quote: Quote) -> Bool { text.byte(before: quote.index).isASCIIDigit }

    // MARK: By what was opened

    /// Decides the rest between one opening quote and the next (`wptexturize_primes`).
    private mutating func readSentences(isDouble: Bool) {
        var sentence: [Int] = []
        var isOpened = false
        for position in quotes.indices where quotes[position].isDouble == isDouble {
            guard quotes[position].mark == .opening else {
                sentence.append(position)
                continue
            }
            readSentence(sentence, isOpened: isOpened, isDouble)
            sentence.removeAll()
            isOpened = true
        }
        readSentence(sentence, isOpened: isOpened, isDouble)
    }

    private mutating func readSentence(_ sentence: [Int], isOpened: Bool, _ isDouble: Bool) {
        let open = sentence.filter { quotes[$0].mark == .undecided }
        guard !open.isEmpty else { return }
        let closable = open.filter { isClosable(quotes[$0].index + 1) }
        if isOpened, !sentence.contains(where: { quotes[$0].mark == .closing }) {
            if closable.count > 1, closable.allSatisfy({ followsDigit(quotes[$0]) }) {
                let last = closable.last { text.has(".", at: quotes[$0].index + 1) } ?? closable[closable.count - 1]
                quotes[last].mark = .closing
            } else {
                for position in closable where closable.count == 1 || !followsDigit(quotes[position]) {
                    quotes[position].mark = .closing
                }
            }
        }
        for position in open where quotes[position].mark == .undecided && followsDigit(quotes[position]) {
            quotes[position].mark = .prime
        }
        for position in closable where quotes[position].mark == .undecided { quotes[position].mark = .closing }
        for position in open where isDouble && quotes[position].mark == .undecided { quotes[position].mark = .closing }
    }

    private static let contractions: [StaticString] = [
        "'tain't", "'twere", "'twas", "'tis", "'twill", "'til", "'bout", "'nuff", "'round", "'cause", "'em",
    ]
}
