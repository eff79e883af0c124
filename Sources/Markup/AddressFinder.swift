import Text

/// Finds addresses in text that are to be made clickable, as WordPress's `make_clickable` does: `http://`, `https://` and `www.` at the
/// start, after white space, an opening bracket or quote, or punctuation.
enum AddressFinder {
    struct Match {
        var range: Range<Int>
        /// Whether it starts at `www.`.
        var lacksScheme: Bool
    }

    /// The longest address that is made clickable, in characters.
    static let maximumLength = 2_000

    /// The first address within `range` of `text`.
    /// - Parameter fresh: where a tag, line or earlier address ends, so that nothing before it matters.
    static func next(in text: [UInt8], within range: Range<Int>, fresh: Int) -> Match? {
        var place = range.lowerBound
        // Where `www.` may start: not in what was looked at in vain.
        var earliest = range.lowerBound
        while true {
            place = text.withUnsafeBufferPointer {
                UnsafeBufferPointer(rebasing: $0[..<range.upperBound])
                    .firstIndex(ofAny: UInt8(ascii: ":"), UInt8(ascii: "."), from: place)
            }
            guard place < range.upperBound else { return nil }
            if let found = found(text, at: place, within: range, earliest: earliest, fresh: fresh) {
                if let match = found.match { return match }
                earliest = found.end + 1
                place = found.end
            }
            place += 1
        }
    }

    /// The address that a colon or a full stop at `place` shows, if it does.
    @inline(__always)
    private static func found(
        _ text: [UInt8],
        at place: Int,
        within range: Range<Int>,
        earliest: Int,
        fresh: Int
    ) -> (match: Match?, end: Int)? {
        if text[place] == UInt8(ascii: ":") {
            guard place + 3 < range.upperBound, text[place + 1] == UInt8(ascii: "/"),
                text[place + 2] == UInt8(ascii: "/"), startsHost(text[place + 3]),
                let start = schemeStart(text, before: place, notBefore: range.lowerBound),
                mayStart(text, at: start, fresh: fresh)
            else { return nil }
            return match(text, from: start, bodyFrom: place + 3, before: range.upperBound, false)
        }
        let start = place - 3
        guard start >= earliest, place + 1 < range.upperBound, hasWWW(text, at: start), startsHost(text[place + 1]),
            mayStart(text, at: start, fresh: fresh)
        else { return nil }
        return match(text, from: start, bodyFrom: place + 1, before: range.upperBound, true)
    }

    /// The address that starts at `start`, unless it is too long or empty, and how far it was looked for.
    private static func match(
        _ text: [UInt8],
        from start: Int,
        bodyFrom body: Int,
        before limit: Int,
        _ lacksScheme: Bool
    ) -> (match: Match?, end: Int) {
        var end = body
        var characters = body - start
        while end < limit, let length = addressCharacter(text, at: end, before: limit) {
            end += length
            characters += 1
        }
        let trimmed = trimmed(text, from: body, to: end)
        guard trimmed > body, characters <= maximumLength else { return (nil, end) }
        return (Match(range: start..<trimmed, lacksScheme: lacksScheme), end)
    }

    /// Leaves out punctuation at the end, and a `)` that closes what was opened before the address.
    private static func trimmed(_ text: [UInt8], from start: Int, to end: Int) -> Int {
        var end = end
        var excess: Int?
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
                UInt8(ascii: "?"), UInt8(ascii: "'"):
                end -= 1
            case UInt8(ascii: ")"):
                let unopened = excess ?? text[start..<end].reduce(0) { $0 + ($1 == 0x29 ? 1 : $1 == 0x28 ? -1 : 0) }
                guard unopened > 0 else { return end }
                excess = unopened - 1
                end -= 1
            default:
                return end
            }
        }
        return end
    }

    private static func schemeStart(_ text: [UInt8], before colon: Int, notBefore limit: Int) -> Int? {
        func has(_ word: StaticString) -> Int? {
            let start = colon - word.utf8CodeUnitCount
            guard start >= limit else { return nil }
            for offset in 0..<word.utf8CodeUnitCount
            where text[start + offset].asciiLowercased != word.utf8Start[offset] {
                return nil
            }
            return start
        }
        return has("https") ?? has("http")
    }

    private static func hasWWW(_ text: [UInt8], at index: Int) -> Bool {
        (0..<3).allSatisfy { text[index + $0] | 0x20 == UInt8(ascii: "w") } && text[index + 3] == UInt8(ascii: ".")
    }

    private static func startsHost(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "[")
    }

    /// Whether an address may start here, by the character before.
    private static func mayStart(_ text: [UInt8], at index: Int, fresh: Int) -> Bool {
        guard index > fresh else { return true }
        let before = text[index - 1]
        switch before {
        case 0x00...0x20, UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "."), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            return true
        case 0x80...:
            var start = index - 1
            while start > fresh, text[start] & 0xC0 == 0x80 { start -= 1 }
            return isBreaking(text, at: start, before: index)
        default:
            return false
        }
    }

    /// The length of the character at `index` where it may be part of an address.
    @inline(__always)
    private static func addressCharacter(_ text: [UInt8], at index: Int, before limit: Int) -> Int? {
        let byte = text[index]
        if byte < 0x80 {
            switch byte {
            case 0x00...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                return nil
            default:
                return 1
            }
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return isBreaking(text, at: index, before: limit) ? nil : min(length, limit - index)
    }

    /// White space, a quotation mark or a full-width punctuation mark outside ASCII.
    private static func isBreaking(_ text: [UInt8], at index: Int, before limit: Int) -> Bool {
        guard index + 1 < limit else { return false }
        let second = text[index + 1]
        switch text[index] {
        case 0xC2: return second == 0xA0 || second == 0xAB || second == 0xBB
        case 0xE2 where index + 2 < limit:
            let third = text[index + 2]
            return second == 0x80
                && (third <= 0x8B || 0x98...0x9F ~= third || 0xA6...0xAF ~= third || third == 0xB9 || third == 0xBA)
        case 0xE3 where index + 2 < limit:
            let third = text[index + 2]
            return second == 0x80 && (third <= 0x82 || 0x88...0x91 ~= third || 0x94...0x9B ~= third)
        case 0xEF where index + 2 < limit:
            let third = text[index + 2]
            return second == 0xBC && [0x81, 0x88, 0x89, 0x8C, 0x8E, 0x9A, 0x9B, 0x9F].contains(third)
        default: return false
        }
    }
}
