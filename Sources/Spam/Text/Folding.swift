import Text

/// One pass over a text that folds it and counts its traits.
struct Folding {
    /// What the output must have room for beyond `FoldedText.limit`: padding, and the last character's fold.
    static let room = 2 + 4 * CharacterFold.largestGrowth

    private(set) var traits = TextTraits()
    private let text: UnsafeBufferPointer<UInt8>
    private var last: UInt32 = 0x20
    private var run = 1
    /// The digits that end at `numberEnd`.
    private var number = 0
    private var numberEnd = 0
    /// Invisible characters after the letter that ends at `letterEnd`.
    private var hidden = 0
    private var letterEnd = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// - Returns: how many bytes were written.
    mutating func fold(into output: UnsafeMutableBufferPointer<UInt8>, isPadded: Bool) -> Int {
        let limit = min(output.count, FoldedText.limit)
        let first = isPadded ? 1 : 0
        if isPadded { output[0] = 0x20 }
        var count = first
        var index = 0
        // What kept eight bytes from being folded together stands among them, so that the next eight are tried after them.
        var nextWord = 0
        while index < text.count, count < limit {
            if index >= nextWord {
                let folded = foldWords(from: index, into: output, at: count, limit: limit)
                index += folded
                count += folded
                nextWord = index + 8
                if folded > 0 { continue }
            }
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                if let folded = foldASCII(byte, endingAt: index), admits(UInt32(folded)) {
                    output[count] = folded
                    count += 1
                }
            } else {
                let (scalar, length) = UTF8Scalar.decode(text, at: index)
                index += length
                foldScalar(scalar, from: index - length, to: index, into: output, &count)
            }
        }
        if last == 0x20, count > first {
            count -= 1
            traits.characters -= 1
        }
        if isPadded {
            output[count] = 0x20
            count += 1
        }
        return count
    }

    // MARK: ASCII

    /// Folds eight bytes together as long as they are printable ASCII that is kept as it is but for its case.
    /// - Returns: how many bytes were folded.
    private mutating func foldWords(
        from start: Int,
        into output: UnsafeMutableBufferPointer<UInt8>,
        at count: Int,
        limit: Int
    ) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        let words = UnsafeMutableRawBufferPointer(output)
        let most = min(text.count - start, limit - count)
        var done = 0
        var last = UInt64(min(last, 0xFF))
        var isRepeated = run > 1
        var letters = 0
        var capitals = 0
        while done + 8 <= most {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + done, as: UInt64.self))
            guard word.firstUnprintableMark == 0 else { break }
            let capitalMarks = word.capitalMarks
            let letterMarks = word.letterMarks
            let folded = word | capitalMarks >> 2
            let spaces = folded.marks(of: 0x20)
            let repeats = (folded ^ (folded << 8 | last)).marks(of: 0)
            guard repeats & (spaces | repeats << 8 | (isRepeated ? 0x80 : 0)) == 0 else { break }

            last = folded >> 56
            isRepeated = repeats >> 63 != 0
            capitals &+= capitalMarks.markCount
            letters &+= letterMarks.markCount
            var others = ~(letterMarks | spaces) & .topBits
            while others != 0 {
                let place = start + done + others.trailingZeroBitCount / 8
                countOther(text[place], endingAt: place + 1)
                others &= others - 1
            }
            words.storeBytes(of: folded.littleEndian, toByteOffset: count + done, as: UInt64.self)
            done += 8
        }
        guard done > 0 else { return 0 }
        self.last = UInt32(truncatingIfNeeded: last)
        run = isRepeated ? 2 : 1
        traits.characters += done
        traits.letters += letters
        traits.capitals += capitals
        return done
    }

    /// Counts a digit or a mark.
    private mutating func countOther(_ byte: UInt8, endingAt end: Int) {
        if byte &- 0x30 < 10 {
            countDigit(endingAt: end, length: 1)
        } else {
            traits.punctuation += 1
            countMark(byte)
        }
    }

    @inline(__always)
    private mutating func foldASCII(_ byte: UInt8, endingAt end: Int) -> UInt8? {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
            traits.letters += 1
            if byte < 0x60 { traits.capitals += 1 }
            return lower
        }
        if byte == 0x20 { return byte }
        if byte > 0x20, byte < 0x7F {
            countOther(byte, endingAt: end)
            return byte
        }
        guard byte >= 0x09, byte <= 0x0D else { return nil }
        if byte == 0x0A { traits.newlines += 1 }
        return 0x20
    }

    private mutating func countDigit(endingAt end: Int, length: Int) {
        traits.digits += 1
        number = numberEnd == end - length ? number + 1 : 1
        numberEnd = end
        traits.longestNumber = max(traits.longestNumber, number)
    }

    private mutating func countMark(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "!"): traits.exclamations += 1
        case UInt8(ascii: "?"): traits.questions += 1
        case UInt8(ascii: "@"): traits.hasAt = true
        case UInt8(ascii: "#"): traits.hasHash = true
        case UInt8(ascii: "$"): traits.hasCurrency = true
        case UInt8(ascii: "["): traits.hasBracket = true
        default: break
        }
    }

    /// Whether a character is kept: not a second space, not a fourth in a row.
    @inline(__always)
    private mutating func admits(_ scalar: UInt32) -> Bool {
        if scalar == last {
            run += 1
            if run > (scalar == 0x20 ? 1 : 3) { return false }
        } else {
            last = scalar
            run = 1
        }
        traits.characters += 1
        return true
    }

    // MARK: Beyond ASCII

    private mutating func foldScalar(
        _ scalar: UInt32,
        from start: Int,
        to end: Int,
        into output: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) {
        let fold = CharacterFold(of: scalar)
        switch fold {
        case .invisible:
            countInvisible(from: start, to: end)
            return
        case .unchanged: put(scalar, into: output, &count)
        case .scalar(let folded, _): put(folded, into: output, &count)
        case .sequence(let range, _):
            let sequences = UnsafeBufferPointer(
                start: CharacterTables.foldSequences.utf8Start,
                count: CharacterTables.foldSequences.utf8CodeUnitCount
            )
            var index = range.lowerBound
            while index < range.upperBound {
                let (folded, length) = UTF8Scalar.decode(sequences, at: index)
                put(folded, into: output, &count)
                index += length
            }
        }
        countScalar(scalar, isLookalike: fold.isLookalike, from: start, to: end)
    }

    @inline(__always)
    private mutating func put(_ scalar: UInt32, into output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
        guard admits(scalar) else { return }
        count += UTF8Scalar.encode(scalar, into: output, at: count)
    }

    private mutating func countScalar(_ scalar: UInt32, isLookalike: Bool, from start: Int, to end: Int) {
        let kind = CharacterClass(of: scalar)
        traits.beyondASCII += 1
        if kind.isLetter {
            traits.letters += 1
            if kind.isCapital { traits.capitals += 1 }
            let script = kind.script
            traits.scripts[Int(script.rawValue)] += 1
            if isLookalike, script != .latin, hasLatinNeighbour(from: start, to: end) { traits.mixedLetters += 1 }
            if script == .latin || script == .greek || script == .cyrillic {
                if hidden > 0 { traits.hiddenCharacters += hidden }
                letterEnd = end
            }
        } else if kind.isDigit {
            countDigit(endingAt: end, length: end - start)
        } else if kind.isSpace {
            if scalar == 0x2028 || scalar == 0x2029 || scalar == 0x85 { traits.newlines += 1 }
        } else {
            traits.punctuation += 1
            if (0x20A0...0x20CF).contains(scalar) || (0xA2...0xA5).contains(scalar) { traits.hasCurrency = true }
        }
        hidden = 0
    }

    private mutating func countInvisible(from start: Int, to end: Int) {
        let follows = hidden > 0 || letterEnd == start && start > 0 || start > 0 && text[start - 1].isASCIILetter
        guard follows else { return }
        hidden += 1
        guard end < text.count, text[end] < 0x80 else { return }
        if text[end].isASCIILetter { traits.hiddenCharacters += hidden }
        hidden = 0
    }

    /// Whether a Latin letter stands in the same word, at most 24 bytes away.
    private func hasLatinNeighbour(from start: Int, to end: Int) -> Bool {
        let reach = 24
        let before = text[max(start - reach, 0)..<start].reversed().prefix { $0 >= 0x80 || $0.isASCIILetter }
        let after = text[end..<min(end + reach, text.count)].prefix { $0 >= 0x80 || $0.isASCIILetter }
        return before.contains { $0 < 0x80 } || after.contains { $0 < 0x80 }
    }
}
