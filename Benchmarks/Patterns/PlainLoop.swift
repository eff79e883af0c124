import CPCRE2

/// PCRE2, just-in-time compiled, one pattern after another: what a search takes without a scan.
final class PlainLoop {
    private var codes: [OpaquePointer] = []
    private let result = pcre2_match_data_create_8(8, nil)

    init(words: [String], expressions: [String]) {
        let quoted = words.map { $0.unicodeScalars.map { "\\x{" + String($0.value, radix: 16) + "}" }.joined() }
        let options = UInt32(PCRE2_UTF | PCRE2_UCP | PCRE2_DOTALL | PCRE2_CASELESS)
        for text in quoted + expressions {
            var text = text
            var error: Int32 = 0
            var offset = 0
            let code = text.withUTF8 { pcre2_compile_8($0.baseAddress, $0.count, options, &error, &offset, nil) }
            guard let code else { continue }
            pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
            codes.append(code)
        }
    }

    deinit {
        for code in codes { pcre2_code_free_8(code) }
        pcre2_match_data_free_8(result)
    }

    /// How many patterns match.
    func count(in text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            codes.count {
                pcre2_match_8($0, bytes.baseAddress, bytes.count, 0, UInt32(PCRE2_NO_UTF_CHECK), result, nil) >= 0
            }
        }
    }
}
