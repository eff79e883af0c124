import Text

/// A text with its case folded, as the scan sees it; a buffer used again from text to text.
struct FoldedText {
    private var storage: [UInt8] = []
    private var length = 0
    /// Whether the text held `İ` or `ı`, which Python takes for `i` and simple folding does not.
    private(set) var hasForeignI = false

    /// Folds `text`, which is UTF-8. `joiningI` makes `İ` and `ı` an `i`.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, joiningI: Bool) {
        // A folding is at most half as long again: two bytes of UTF-8 may become three.
        let room = text.count + text.count / 2 + 16
        if storage.count < room { storage = [UInt8](repeating: 0, count: room) }
        var foundForeignI = false
        length = storage.withUnsafeMutableBufferPointer { out in
            var from = 0
            var to = 0
            while from < text.count {
                from += Self.foldASCII(text, from: from, to: out, at: &to)
                guard from < text.count else { break }
                let (scalar, width) = UTF8Decoder.decode(text, at: from)
                if joiningI && (scalar == 0x130 || scalar == 0x131) {
                    foundForeignI = true
                    out[to] = 0x69
                    to += 1
                } else {
                    UTF8Decoder.encode(CaseFolding.table.fold(scalar), to: out, at: &to)
                }
                from += width
            }
            return to
        }
        hasForeignI = foundForeignI
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try storage.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<length])) }
    }

    /// Folds a run of ASCII and returns its length.
    private static func foldASCII(
        _ text: UnsafeBufferPointer<UInt8>,
        from start: Int,
        to out: UnsafeMutableBufferPointer<UInt8>,
        at to: inout Int
    ) -> Int {
        var place = start
        while place + 8 <= text.count {
            let word = UnsafeRawPointer(text.baseAddress! + place).loadUnaligned(as: UInt64.self)
            if word & UInt64.topBits != 0 { break }
            UnsafeMutableRawPointer(out.baseAddress! + to).storeBytes(
                of: word | word.capitalMarks >> 2,
                as: UInt64.self
            )
            place += 8
            to += 8
        }
        while place < text.count, text[place] < 0x80 {
            out[to] = text[place].asciiLowercased
            place += 1
            to += 1
        }
        return place - start
    }
}

extension FoldedText {
    /// The folded form of a literal.
    static func folding(_ text: String, joiningI: Bool) -> [UInt8] {
        var folded = FoldedText()
        var text = text
        text.withUTF8 { folded.fold($0, joiningI: joiningI) }
        return folded.withBytes { Array($0) }
    }
}
