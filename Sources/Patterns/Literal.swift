import Glibc

/// A literal ready to be looked for in a folded text.
struct Literal: Sendable {
    /// In the form that is compared: folded, or as it is where case counts.
    let needle: [UInt8]
    let casing: Casing
    let frame: Frame
    /// Whether a text's scan, which joins `İ` and `ı` with i, does not answer for it.
    let mustBeVerified: Bool
}

extension Literal {
    init(_ text: String, casing: Casing, frame: Frame) {
        needle = casing == .exact ? Array(text.utf8) : FoldedText.folding(text, joiningI: casing == .foldedLikePython)
        self.casing = casing
        self.frame = frame
        mustBeVerified =
            casing == .exact || (casing == .folded && text.unicodeScalars.contains { $0 == "İ" || $0 == "ı" })
    }

    /// What the scan looks for in a text that was folded joining i.
    var scanned: [UInt8] {
        FoldedText.folding(String(decoding: needle, as: UTF8.self), joiningI: true)
    }

    /// Whether it occurs, as its frame says, in `text`, which has the form of `needle`.
    func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch frame {
        case .anywhere:
            return find(in: text, from: 0) != nil
        case .word:
            var from = 0
            while let start = find(in: text, from: from) {
                if WordBoundary.surrounds(start..<start + needle.count, in: text) { return true }
                from = start + 1
            }
            return false
        case .start:
            return text.starts(with: needle)
        case .end:
            return ends(text) || (text.last == 0x0A && ends(UnsafeBufferPointer(rebasing: text.dropLast())))
        case .whole:
            return text.starts(with: needle)
                && (text.count == needle.count || (text.count == needle.count + 1 && text.last == 0x0A))
        case .wholeBarPunctuation:
            return occursBarPunctuation(in: text)
        }
    }

    private func ends(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count >= needle.count && text.suffix(needle.count).elementsEqual(needle)
    }

    private func find(in text: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        guard from <= text.count else { return nil }
        guard let first = needle.first else { return from }
        guard let base = text.baseAddress else { return nil }
        let size = needle.count
        var place = from
        while place + size <= text.count,
            let found = memchr(base + place, Int32(first), text.count - size + 1 - place)
        {
            if memcmp(found, needle, size) == 0 { return UnsafeRawPointer(base).distance(to: found) }
            place = UnsafeRawPointer(base).distance(to: found) + 1
        }
        return nil
    }

    /// `^\W*needle\W*$`: the words of both are the same stretch, and the text has room for what the needle has around it.
    private func occursBarPunctuation(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        needle.withUnsafeBufferPointer { needle in
            let words = WordBoundary.words(of: text)
            let own = WordBoundary.words(of: needle)
            guard !own.isEmpty else { return words.isEmpty && find(in: text, from: 0) != nil }
            let start = words.lowerBound - own.lowerBound
            return words.count == own.count && start >= 0 && start + needle.count <= text.count
                && text[start..<start + needle.count].elementsEqual(needle)
        }
    }
}
