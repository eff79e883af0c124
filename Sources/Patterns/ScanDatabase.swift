import CVectorscan
import Digests
import Glibc

/// A Vectorscan database: many byte patterns searched for in one pass over a text.
///
/// Unchecked because the compiler can't see that `hs_scan` only reads a compiled database.
final class ScanDatabase: @unchecked Sendable {
    /// One byte pattern in Vectorscan's syntax.
    struct Expression {
        let text: String
        /// What a match reports.
        let id: UInt32
    }

    /// Why Vectorscan refused: the expression's place among those given, if one is to blame, and its words.
    struct Refusal: Error {
        let expression: Int?
        let message: String
    }

    private let handle: OpaquePointer
    /// Where the database is, if not where Vectorscan put it.
    private let memory: PrefaultedMemory?

    private init(handle: OpaquePointer, memory: PrefaultedMemory? = nil) {
        self.handle = handle
        self.memory = memory
    }

    deinit { if memory == nil { hs_free_database(handle) } }

    /// Compiles for this machine's processor. All expressions have dot-matches-all and bytes, not Unicode.
    static func compile(_ expressions: [Expression]) throws(Refusal) -> ScanDatabase {
        let texts = expressions.map { ContiguousArray($0.text.utf8CString) }
        var starts: [Int] = []
        var joined: [CChar] = []
        for text in texts {
            starts.append(joined.count)
            joined.append(contentsOf: text)
        }
        // Not HS_FLAG_SINGLEMATCH: with it Vectorscan 5.4.9 misses matches of some patterns beside others.
        let flags = [UInt32](repeating: UInt32(HS_FLAG_DOTALL | HS_FLAG_ALLOWEMPTY), count: expressions.count)
        var database: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let status = joined.withUnsafeBufferPointer { joined in
            let pointers = starts.map { joined.baseAddress.map { $0 }! + $0 }
            return hs_compile_multi(
                pointers.map(Optional.some),
                flags,
                expressions.map(\.id),
                UInt32(expressions.count),
                UInt32(HS_MODE_BLOCK),
                nil,
                &database,
                &failure
            )
        }
        defer { hs_free_compile_error(failure) }
        guard status == HS_SUCCESS, let database else {
            let place = failure.map { Int($0.pointee.expression) } ?? -1
            let message = failure?.pointee.message.map { String(cString: $0) } ?? "status \(status)"
            throw Refusal(expression: place >= 0 ? place : nil, message: message)
        }
        return ScanDatabase(handle: database)
    }

    /// Reads what `serialized()` wrote; nil where the bytes are not whole or of another version or processor.
    convenience init?(serialized bytes: UnsafeRawBufferPointer) {
        var size = 0
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            hs_serialized_database_size(start, bytes.count, &size) == HS_SUCCESS,
            let memory = PrefaultedMemory(byteCount: size), let place = memory.bytes.baseAddress
        else { return nil }
        let handle = OpaquePointer(place)
        guard hs_deserialize_database_at(start, bytes.count, handle) == HS_SUCCESS else { return nil }
        self.init(handle: handle, memory: memory)
    }

    func serialized() throws(Refusal) -> [UInt8] {
        var bytes: UnsafeMutablePointer<CChar>?
        var count = 0
        let status = hs_serialize_database(handle, &bytes, &count)
        guard status == HS_SUCCESS, let bytes else { throw Refusal(expression: nil, message: "status \(status)") }
        defer { free(bytes) }
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// The library's version, as it says; part of a cached database's key.
    static var libraryVersion: String { String(cString: hs_version()) }

    /// What this processor offers, which a compiled database depends on.
    static var platform: String {
        var platform = hs_platform_info_t()
        guard hs_populate_platform(&platform) == HS_SUCCESS else { return "unknown" }
        return "\(platform.tune) \(platform.cpu_features)"
    }

    /// Calls `report` with each match's id and end until the text ends.
    ///
    /// - Returns: whether the scan went through.
    func scan(
        _ text: UnsafeBufferPointer<UInt8>,
        scratch: ScanScratch,
        context: UnsafeMutableRawPointer,
        report: match_event_handler
    ) -> Bool {
        guard let base = text.baseAddress, text.count <= UInt32.max else { return text.isEmpty }
        return base.withMemoryRebound(to: CChar.self, capacity: text.count) {
            hs_scan(handle, $0, UInt32(text.count), 0, scratch.handle, report, context) == HS_SUCCESS
        }
    }

    fileprivate func grow(_ scratch: inout OpaquePointer?) -> Bool {
        hs_alloc_scratch(handle, &scratch) == HS_SUCCESS
    }
}

/// Working memory for scans, big enough for all databases it was made for.
///
/// Sendable, for it goes from one scanner to the next; no two use it at once.
final class ScanScratch: @unchecked Sendable {
    fileprivate private(set) var handle: OpaquePointer?

    /// Nil where memory is out.
    init?(for databases: [ScanDatabase]) {
        for database in databases where !database.grow(&handle) { return nil }
    }

    deinit { hs_free_scratch(handle) }
}
