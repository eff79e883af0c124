import Text

/// A text as the classifier compares it: invisible characters off, folded (`CharacterFold`), white space joined, no character
/// more than three times in a row.
struct FoldedText {
    /// UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var traits = TextTraits()
    private var last: UInt32 = 0
    private var run = 0
    private var word = Word()

    /// What a word was made of so far.
    private struct Word {
        var number = 0
        var hasLatin = false
        var hasLookalike = false
        var endsInLetter = false
        var pendingInvisible = 0
    }

    /// - Parameter isPadded: whether a space is put before and after the text.
    mutating func fold(_ text: Span<UInt8>, isPadded: Bool) {
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(text.count + 2)
        traits.reset()
        word = Word()
        last = 0x20
        run = 1
        if isPadded { bytes.append(0x20) }
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                foldASCII(byte)
            } else {
                let (scalar, length) = Self.decode(text, at: index)
                index += length
                foldScalar(scalar)
            }
        }
        endWord()
        if last == 0x20, bytes.count > (isPadded ? 1 : 0) {
            bytes.removeLast()
            traits.characters -= 1
        }
        if isPadded { bytes.append(0x20) }
    }

    @inline(__always)
    private mutating func foldASCII(_ byte: UInt8) {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
            traits.letters += 1
            if byte < 0x60 { traits.capitals += 1 }
            word.hasLatin = true
            if word.pendingInvisible > 0 { endHidden() }
            word.endsInLetter = true
            word.number = 0
            traits.scripts[Int(Script.latin.rawValue)] += 1
            put(lower)
        } else if byte == 0x20 {
            endWord()
            put(0x20)
        } else if byte &- 0x30 < 10 {
            digit()
            put(byte)
        } else if byte > 0x20, byte < 0x7F {
            traits.punctuation += 1
            mark(byte)
            put(byte)
        } else if byte >= 0x09, byte <= 0x0D {
            if byte == 0x0A { traits.newlines += 1 }
            endWord()
            put(0x20)
        }
    }

    @inline(__always)
    private mutating func digit() {
        traits.digits += 1
        word.number += 1
        if word.number > traits.longestNumber { traits.longestNumber = word.number }
        word.endsInLetter = false
    }

    @inline(__always)
    private mutating func mark(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "!"): traits.exclamations += 1
        case UInt8(ascii: "?"): traits.questions += 1
        case UInt8(ascii: "@"): traits.hasAt = true
        case UInt8(ascii: "#"): traits.hasHash = true
        case UInt8(ascii: "$"): traits.hasCurrency = true
        default: break
        }
        if byte != UInt8(ascii: "'") { endWord() }
    }

    private mutating func endHidden() {
        if word.endsInLetter { traits.hiddenCharacters += word.pendingInvisible }
        word.pendingInvisible = 0
    }

    @inline(__always)
    private mutating func endWord() {
        if word.hasLookalike, word.hasLatin { traits.mixedWords += 1 }
        word = Word()
    }

    private mutating func foldScalar(_ scalar: UInt32) {
        let fold = CharacterFold(of: scalar)
        if case .invisible = fold {
            if word.endsInLetter { word.pendingInvisible += 1 }
            return
        }
        let kind = CharacterClass(of: scalar)
        count(scalar, kind, fold)
        switch fold {
        case .invisible: break
        case .unchanged: put(scalar: scalar)
        case .scalar(let folded, _): put(scalar: folded)
        case .sequence(let range, _):
            // An ideograph or two, letters of a ligature, digits of a fraction.
            let sequence = CharacterTables.foldSequences.utf8Start
            var index = range.lowerBound
            while index < range.upperBound {
                let span = UnsafeBufferPointer(start: sequence + index, count: range.upperBound - index)
                let (folded, length) = Self.decode(span.span, at: 0)
                put(scalar: folded)
                index += length
            }
        }
    }

    private mutating func count(_ scalar: UInt32, _ kind: CharacterClass, _ fold: CharacterFold) {
        traits.beyondASCII += 1
        if kind.isLetter {
            traits.letters += 1
            if kind.isCapital { traits.capitals += 1 }
            let script = kind.script
            traits.scripts[Int(script.rawValue)] += 1
            if script == .latin { word.hasLatin = true } else if fold.isLookalike { word.hasLookalike = true }
            let isCased = script == .latin || script == .greek || script == .cyrillic
            if word.pendingInvisible > 0, isCased { endHidden() }
            word.endsInLetter = isCased
            word.number = 0
        } else if kind.isDigit {
            digit()
        } else if kind.isSpace {
            if scalar == 0x2028 || scalar == 0x2029 || scalar == 0x85 { traits.newlines += 1 }
            endWord()
        } else {
            traits.punctuation += 1
            if (0x20A0...0x20CF).contains(scalar) || (0xA2...0xA5).contains(scalar) { traits.hasCurrency = true }
            if scalar != 0x2019 { endWord() }
        }
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        guard admit(UInt32(byte)) else { return }
        bytes.append(byte)
    }

    @inline(__always)
    private mutating func put(scalar: UInt32) {
        guard admit(scalar), let character = Unicode.Scalar(scalar) else { return }
        if scalar < 0x80 { bytes.append(UInt8(scalar)) } else { bytes.append(contentsOf: UTF8.encode(character)!) }
    }

    /// Whether a character is kept: not a second space, not a fourth in a row.
    @inline(__always)
    private mutating func admit(_ scalar: UInt32) -> Bool {
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

    /// The scalar at a place of valid UTF-8 and its length.
    @inline(__always)
    static func decode(_ text: Span<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = UInt32(text[index])
        func next(_ offset: Int) -> UInt32 { index + offset < text.count ? UInt32(text[index + offset]) & 0x3F : 0 }
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
}
