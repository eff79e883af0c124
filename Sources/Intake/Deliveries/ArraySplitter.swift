import JSON
import Text

/// Takes a JSON array apart into its elements, in one pass and without holding more than one element. Of an element over the limit
/// only the length is kept.
struct ArraySplitter: Sendable {
    private enum Place {
        case beforeArray
        case beforeFirst
        case afterComma
        case afterElement
        case end
    }

    private let source: DeliveryBytes
    private let itemLimit: Int
    private var place: Place
    private var window: [UInt8] = []
    private var windowOffset: Int
    private var cursor = 0

    // Of the element that is being passed over.
    private var start = 0
    private var skipped = 0
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// - Parameter offset: 0 for the beginning, or right after an element.
    init(_ source: DeliveryBytes, from offset: Int, itemLimit: Int) {
        self.source = source
        self.itemLimit = itemLimit
        windowOffset = offset
        resumption = offset
        place = offset == 0 ? .beforeArray : .afterElement
    }

    /// Offset right after the last element that was taken; 0 before the first.
    private(set) var resumption: Int

    private var offset: Int { windowOffset + cursor }

    /// The next element, not yet parsed; nil at the array's end, after which only white space may follow.
    /// - Throws: `JSONError` with an offset in the file, `IntakeError`.
    mutating func next() throws -> RawItem.Content? {
        while let byte = try nextByte() {
            switch (place, byte) {
            case (.beforeArray, UInt8(ascii: "[")):
                cursor += 1
                place = .beforeFirst
            case (.beforeFirst, UInt8(ascii: "]")), (.afterElement, UInt8(ascii: "]")):
                cursor += 1
                place = .end
            case (.afterElement, UInt8(ascii: ",")):
                cursor += 1
                place = .afterComma
            case (.beforeFirst, _), (.afterComma, _):
                guard byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "}") else {
                    throw JSONError(.unexpectedByte(byte), at: offset)
                }
                place = .afterElement
                return try element()
            case (.end, _): throw JSONError(.trailingBytes, at: offset)
            default: throw JSONError(.unexpectedByte(byte), at: offset)
            }
        }
        guard place == .end else { throw JSONError(.unexpectedEnd, at: source.size) }
        return nil
    }

    /// Checks every element and the frame; nothing is kept.
    /// - Returns: how many elements there are.
    static func check(_ source: DeliveryBytes, limits: (item: Int, depth: Int, items: Int)) throws -> Int {
        var splitter = ArraySplitter(source, from: 0, itemLimit: limits.item)
        var count = 0
        while let content = try splitter.next() {
            count += 1
            guard count <= limits.items, case .json(let bytes, let range) = content else { continue }
            var reader = JSONReader(bytes, range: range, maximumDepth: limits.depth)
            do throws(JSONError) {
                try reader.skipValue()
                try reader.end()
            } catch {
                // An element that nests too deep is complete; it alone is refused.
                if case .tooDeep = error.fault { continue }
                throw JSONError(error.fault, at: error.offset + splitter.windowOffset)
            }
        }
        return count
    }

    /// The next byte that is no white space, which stays to be read; nil at the end.
    private mutating func nextByte() throws(IntakeError) -> UInt8? {
        while true {
            while cursor < window.count {
                let byte = window[cursor]
                if !Self.isSpace(byte) { return byte }
                cursor += 1
            }
            guard windowOffset + window.count < source.size else { return nil }
            windowOffset += window.count
            window = try source.read(at: windowOffset)
            cursor = windowOffset == 0 ? ByteOrderMark.length(in: window) : 0
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private mutating func element() throws -> RawItem.Content {
        (start, skipped, depth, isInString, isEscaped) = (cursor, 0, 0, false, false)
        while !passElement() {
            guard windowOffset + window.count < source.size else {
                guard depth == 0, !isInString else { throw JSONError(.unexpectedEnd, at: source.size) }
                break
            }
            try refill()
        }
        resumption = offset
        let length = skipped + cursor - start
        return length > itemLimit ? .tooLarge(bytes: length) : .json(window, start..<cursor)
    }

    private mutating func refill() throws(IntakeError) {
        let tail = window[start...]
        let next = windowOffset + window.count
        let chunk = try source.read(at: next)
        if skipped > 0 || tail.count > itemLimit {
            skipped += tail.count
            window = chunk
        } else {
            window = tail + chunk
        }
        windowOffset = next + chunk.count - window.count
        cursor = window.count - chunk.count
        start = 0
    }

    /// Moves the cursor over the element; false where the window ends before it does.
    private mutating func passElement() -> Bool {
        window.withUnsafeBufferPointer { bytes in
            while cursor < bytes.count {
                let byte = bytes[cursor]
                if isInString {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        isInString = false
                    }
                } else {
                    switch byte {
                    case UInt8(ascii: "\""): isInString = true
                    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                    case UInt8(ascii: "}"), UInt8(ascii: "]"):
                        if depth == 0 { return true }
                        depth -= 1
                    case UInt8(ascii: ","): if depth == 0 { return true }
                    default: if depth == 0, Self.isSpace(byte) { return true }
                    }
                }
                cursor += 1
            }
            return false
        }
    }
}
