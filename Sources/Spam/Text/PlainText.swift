import Text

/// A body without its markup: tags off with link targets kept as text, `<br>` and blocks a newline, character references
/// resolved. Linear in the body, whatever it is.
struct PlainText {
    private(set) var bytes: [UInt8] = []

    /// What a tag leaves behind.
    private enum Trace {
        case nothing
        case newline
        case target(Range<Int>)
    }

    /// Whether a tag was found.
    private(set) var hasTags = false

    /// - Returns: false where there is nothing to take off or to resolve: the body is the text.
    mutating func read(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        hasTags = false
        guard body.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: "&")) < body.count else { return false }
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(body.count + 16)
        var index = 0
        while index < body.count {
            let byte = body[index]
            if byte == UInt8(ascii: "<"), let end = Self.tagEnd(body, at: index) {
                hasTags = true
                leave(Self.trace(body, index + 1..<end - 1), of: body)
                index = end
            } else {
                index = appendCharacter(body, at: index)
                let mark = body.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: "&"), from: index)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: body[index..<mark]))
                index = mark
            }
        }
        return true
    }

    private mutating func leave(_ trace: Trace, of body: UnsafeBufferPointer<UInt8>) {
        switch trace {
        case .nothing: break
        case .newline: bytes.append(0x0A)
        case .target(let range):
            bytes.append(0x20)
            append(body, range)
            bytes.append(0x20)
        }
    }

    private mutating func append(_ body: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound { index = appendCharacter(body, at: index) }
    }

    /// Appends a byte, or the character of a reference; returns the place after it.
    @inline(__always)
    private mutating func appendCharacter(_ body: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = body[index]
        if byte == UInt8(ascii: "&"), let (value, end) = CharacterEntity.decode(body, at: index) {
            if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
                bytes.append(contentsOf: encoded)
            }
            return end
        }
        bytes.append(byte)
        return index + 1
    }

    /// The place after a tag that starts at `start`, or nil where `<` is only a sign.
    private static func tagEnd(_ body: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var index = start + 1
        guard index < body.count else { return nil }
        let first = body[index]
        guard
            first.isASCIILetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!")
                || first == UInt8(ascii: "?")
        else { return nil }
        while index < body.count {
            if body[index] == UInt8(ascii: ">") { return index + 1 }
            if body[index] == UInt8(ascii: "<") { return nil }
            index += 1
        }
        return nil
    }

    /// - Parameter inside: the tag without its angle brackets.
    private static func trace(_ body: UnsafeBufferPointer<UInt8>, _ inside: Range<Int>) -> Trace {
        var index = inside.lowerBound
        let isEnd = body[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        var name: UInt64 = 0
        while index < inside.upperBound, body[index].isASCIIAlphanumeric {
            name = name << 8 | UInt64(body[index].asciiLowercased)
            index += 1
        }
        if breakingTags.contains(name) { return .newline }
        guard !isEnd else { return .nothing }
        while index + 5 < inside.upperBound {
            if isAttribute(body, index) {
                return value(body, index..<inside.upperBound).map(Trace.target) ?? .nothing
            }
            index += 1
        }
        return .nothing
    }

    /// Names packed big-endian: br, p, li, hr, tr, div, pre.
    private static let breakingTags: [UInt64] = [0x6272, 0x70, 0x6C69, 0x6872, 0x7472, 0x64_6976, 0x70_7265]

    /// Whether ` href` or ` src` stands here.
    private static func isAttribute(_ body: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard body[index].isASCIISpace else { return false }
        let name = (1...4).reduce(UInt32(0)) { $0 << 8 | UInt32(body[index + $1].asciiLowercased) }
        return name == 0x6872_6566 || name >> 8 == 0x7372_63
    }

    private static func value(_ body: UnsafeBufferPointer<UInt8>, _ attribute: Range<Int>) -> Range<Int>? {
        var index = attribute.lowerBound
        while index < attribute.upperBound, body[index] != UInt8(ascii: "=") { index += 1 }
        index += 1
        while index < attribute.upperBound, body[index].isASCIISpace { index += 1 }
        guard index < attribute.upperBound else { return nil }
        let quote = body[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = index + 1
            index = start
            while index < attribute.upperBound, body[index] != quote { index += 1 }
            return start..<index
        }
        let start = index
        while index < attribute.upperBound, !body[index].isASCIISpace { index += 1 }
        return start..<index
    }
}
