import Text

/// Turns the bytes of a document, in pieces, into UTF-8 that XML 1.0 can hold.
///
/// Nothing fails: what can't be decoded becomes U+FFFD or, in UTF-8, is read as windows-1252, and is counted.
struct XMLDecoder {
    private let encoding: XMLEncoding
    private let iconv: Iconv?
    private var carry: [UInt8] = []
    private var decoded: [UInt8] = []
    private var cleaner = UTF8Cleaner()
    /// How many characters could not be decoded as declared.
    private(set) var errors = 0
    /// The encoding's name where nobody knows it, so that UTF-8 is tried.
    private(set) var unknownEncoding: String?

    init(_ encoding: XMLEncoding) {
        guard case .named(let name) = encoding else {
            self.encoding = encoding
            iconv = nil
            return
        }
        if let converter = Iconv(from: name) {
            self.encoding = encoding
            iconv = converter
        } else {
            self.encoding = .utf8
            iconv = nil
            unknownEncoding = name
        }
    }

    /// Appends `bytes` in UTF-8, with line feeds alone as line ends, to `output`. A character that is cut stays for the
    /// next call, unless this is the last.
    mutating func decode(_ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]) {
        guard encoding != .utf8 else {
            errors += cleaner.clean(bytes, isLast: isLast, into: &output)
            return
        }
        decoded.removeAll(keepingCapacity: true)
        carry.append(contentsOf: bytes)
        let consumed =
            switch encoding {
            case .utf8: carry.count
            case .windows1252: characters()
            case .utf16(let bigEndian): units(size: 2, bigEndian: bigEndian)
            case .utf32(let bigEndian): units(size: 4, bigEndian: bigEndian)
            case .named: iconv?.convert(carry, into: &decoded, errors: &errors) ?? carry.count
            }
        carry.removeFirst(consumed)
        if isLast, !carry.isEmpty {
            errors += 1
            decoded.append(codePoint: 0xFFFD)
        }
        _ = cleaner.clean(decoded, isLast: isLast, into: &output)
    }

    private mutating func characters() -> Int {
        for byte in carry { decoded.append(codePoint: Windows1252.character(UInt32(byte))) }
        return carry.count
    }

    private mutating func units(size: Int, bigEndian: Bool) -> Int {
        var index = 0
        func unit(_ position: Int) -> UInt32 {
            var value: UInt32 = 0
            for offset in 0..<size {
                value = value << 8 | UInt32(carry[bigEndian ? position + offset : position + size - 1 - offset])
            }
            return value
        }
        while index + size <= carry.count {
            let value = unit(index)
            guard size == 2, 0xD800...0xDBFF ~= value else {
                if 0xD800...0xDFFF ~= value || value > 0x10FFFF { errors += 1 }
                decoded.append(codePoint: value)
                index += size
                continue
            }
            guard index + 4 <= carry.count else { break }
            let low = unit(index + 2)
            if 0xDC00...0xDFFF ~= low {
                decoded.append(codePoint: 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF)
                index += 4
            } else {
                errors += 1
                decoded.append(codePoint: 0xFFFD)
                index += 2
            }
        }
        return index
    }
}
