import CVectorscan

/// Vectorscan with the patterns as they are, caseless: the least that a search can take.
final class VectorscanAlone {
    private var database: OpaquePointer?
    private var scratch: OpaquePointer?

    init(words: [String], expressions: [String]) {
        let texts =
            words.map { $0.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() } + expressions
        let flags = UInt32(
            HS_FLAG_CASELESS | HS_FLAG_DOTALL | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY | HS_FLAG_PREFILTER
        )
        let strings = texts.map { ContiguousArray($0.utf8CString) }
        let joined = ContiguousArray(strings.joined())
        let starts = strings.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }.dropLast()
        joined.withUnsafeBufferPointer { joined in
            let pointers: [UnsafePointer<CChar>?] = starts.map { joined.baseAddress! + $0 }
            var error: UnsafeMutablePointer<hs_compile_error_t>?
            let status = hs_compile_multi(
                pointers,
                texts.map { _ in flags },
                (0..<UInt32(texts.count)).map { $0 },
                UInt32(texts.count),
                UInt32(HS_MODE_BLOCK),
                nil,
                &database,
                &error
            )
            if status != HS_SUCCESS {
                print("Vectorscan: " + (error.map { String(cString: $0.pointee.message) } ?? ""))
            }
            hs_free_compile_error(error)
        }
        if let database { hs_alloc_scratch(database, &scratch) }
    }

    deinit {
        hs_free_scratch(scratch)
        hs_free_database(database)
    }

    func scan(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                hs_scan(database, $0.baseAddress, UInt32($0.count), 0, scratch, { _, _, _, _, _ in 0 }, nil)
            }
        }
    }
}
