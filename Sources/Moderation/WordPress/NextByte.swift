import Text

extension UnsafeBufferPointer<UInt8> {
    /// The place of the next such byte; the count where none is left.
    func next(_ byte: UInt8, from start: Int) -> Int { firstIndex(ofAny: byte, byte, from: start) }

    /// Whether `//` follows the colon at `colon`.
    func isHierarchy(at colon: Int) -> Bool {
        colon + 2 < count && self[colon + 1] == UInt8(ascii: "/") && self[colon + 2] == UInt8(ascii: "/")
    }

    /// The place of the next `://`; the count where none is left.
    func nextHierarchy(from start: Int) -> Int {
        var colon = next(UInt8(ascii: ":"), from: start)
        while colon < count, !isHierarchy(at: colon) { colon = next(UInt8(ascii: ":"), from: colon + 1) }
        return colon
    }

    /// The dot of the next `www.` or `ftp.` in any case; the count where none is left.
    func nextHost(from start: Int) -> Int {
        var dot = next(UInt8(ascii: "."), from: start)
        while dot < count, !endsHostStart(at: dot) { dot = next(UInt8(ascii: "."), from: dot + 1) }
        return dot
    }

    /// Whether anything in the text could be a link: a tag, `://`, `www.`, `ftp.` or `@`.
    var mayLink: Bool {
        var index = -1
        repeat {
            index = firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: "@"), UInt8(ascii: ":"), from: index + 1)
            guard index < count else { return nextHost(from: 0) < count }
        } while self[index] == UInt8(ascii: ":") && !isHierarchy(at: index)
        return true
    }

    private func endsHostStart(at dot: Int) -> Bool {
        guard dot >= 3 else { return false }
        switch (self[dot - 3].asciiLowercased, self[dot - 2].asciiLowercased, self[dot - 1].asciiLowercased) {
        case (UInt8(ascii: "w"), UInt8(ascii: "w"), UInt8(ascii: "w")),
            (UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "p")):
            return true
        default: return false
        }
    }
}

extension [UInt8] {
    /// The place of the next of three bytes; the count where none is left.
    func next(_ a: UInt8, _ b: UInt8, _ c: UInt8, from start: Int) -> Int {
        withUnsafeBufferPointer { $0.firstIndex(ofAny: a, b, c, from: start) }
    }

    func next(_ a: UInt8, _ b: UInt8, from start: Int) -> Int {
        withUnsafeBufferPointer { $0.firstIndex(ofAny: a, b, from: start) }
    }

    func next(_ byte: UInt8, from start: Int) -> Int { next(byte, byte, from: start) }

    func nextHierarchy(from start: Int) -> Int { withUnsafeBufferPointer { $0.nextHierarchy(from: start) } }

    func nextHost(from start: Int) -> Int { withUnsafeBufferPointer { $0.nextHost(from: start) } }
}
