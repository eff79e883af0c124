@preconcurrency import Glibc

/// glibc's character set conversion to UTF-8.
///
/// The only place that calls `iconv`. A converter keeps state and is used by one thread at a time, its reader's.
final class Iconv {
    private let descriptor: iconv_t

    /// - Parameter encoding: a name that has passed `isSafe`.
    /// - Returns: nil where glibc doesn't know the name.
    init?(from encoding: String) {
        guard Self.isSafe(encoding) else { return nil }
        let descriptor = iconv_open("UTF-8", encoding)
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        self.descriptor = descriptor!
    }

    deinit { iconv_close(descriptor) }

    /// Names of letters, digits and `-_.` alone, so that nothing is asked of iconv but a table; without the encodings
    /// that switch tables by escapes, which hide markup from filters.
    static func isSafe(_ encoding: String) -> Bool {
        let bytes = encoding.utf8
        guard (1...40).contains(bytes.count) else { return false }
        let isName = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        let lower = encoding.lowercased()
        let switches = ["2022", "utf-7", "utf7", "scsu", "java"].contains { lower.contains($0) }
        return isName && (!switches || lower == "iso-2022-jp")
    }

    /// Converts as much of `input` as is whole characters.
    /// - Returns: how many bytes were read. What can't be decoded is written as U+FFFD and counted in `errors`.
    func convert(_ input: [UInt8], into output: inout [UInt8], errors: inout Int) -> Int {
        var block = [UInt8](repeating: 0, count: 4096)
        var consumed = 0
        while consumed < input.count {
            var inputLeft = input.count - consumed
            var failure: Int32 = 0
            let written = input.withUnsafeBytes { source in
                block.withUnsafeMutableBytes { target in
                    var from =
                        UnsafeMutablePointer(mutating: source.baseAddress!.assumingMemoryBound(to: CChar.self))
                        + consumed
                    var into: UnsafeMutablePointer<CChar>? = target.baseAddress!.assumingMemoryBound(to: CChar.self)
                    var outputLeft = target.count
                    var start: UnsafeMutablePointer<CChar>? = from
                    if iconv(descriptor, &start, &inputLeft, &into, &outputLeft) == -1 { failure = errno }
                    from = start ?? from
                    return target.count - outputLeft
                }
            }
            output.append(contentsOf: block[..<written])
            consumed = input.count - inputLeft
            switch failure {
            case EILSEQ:
                errors += 1
                output.append(codePoint: 0xFFFD)
                consumed += 1
            case EINVAL: return consumed
            default: break
            }
        }
        return consumed
    }
}
