import Text

/// Writes JSON as bytes: keys in the order given, no spaces, UTF-8 unescaped.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.field("id", id)
///     }
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// What was written since the last call; the document goes on.
    public mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    // MARK: Structure

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    @inlinable
    public mutating func object<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        beginObject()
        try body(&self)
        endObject()
    }

    @inlinable
    public mutating func array<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        beginArray()
        try body(&self)
        endArray()
    }

    /// - Parameter name: a literal that needs no escapes.
    public mutating func key(_ name: StaticString) {
        let begin = begin
        bytes.append(atMost: name.utf8CodeUnitCount + 4) { output in
            output.put(begin)
            output.put(name)
            output.put("\":")
        }
        needsComma = false
    }

    public mutating func key(named name: String) {
        write(name, end: "\":")
        needsComma = false
    }

    /// Ends a document or a line of NDJSON.
    public mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    // MARK: Values

    public mutating func string(_ text: String) { write(text, end: "\"") }

    /// Writes a string and what ends it.
    @inline(__always)
    private mutating func write(_ text: String, end: StaticString) {
        let begin = begin
        needsComma = true
        text.withBytes { text in
            bytes.append(
                text,
                longest: 6,
                frame: 4,
                before: { $0.put(begin) },
                after: { $0.put(end) },
                suspects: Self.marks,
                replace: Self.escape
            )
        }
    }

    public mutating func integer(_ value: some BinaryInteger) {
        raw(String(value))
    }

    public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    public mutating func null() { raw("null") }

    /// A value that is JSON already, such as a decimal or a stored document.
    public mutating func raw(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
    }

    public mutating func raw(_ json: ArraySlice<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    // MARK: Fields by literals that need no escapes; an absent value leaves its key out

    public mutating func field(_ name: StaticString, _ value: String?) {
        value?.withBytes { field(name, utf8: $0) }
    }

    public mutating func field(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    public mutating func field(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bool(value)
    }

    public mutating func field(_ name: StaticString, utf8 value: UnsafeBufferPointer<UInt8>) {
        let begin = begin
        needsComma = true
        bytes.append(
            value,
            longest: 6,
            frame: name.utf8CodeUnitCount + 6,
            before: { output in
                output.put(begin)
                output.put(name)
                output.put("\":\"")
            },
            after: { $0.put("\"") },
            suspects: Self.marks,
            replace: Self.escape
        )
    }

    // MARK: Fields by any names

    public mutating func field(named name: String, _ value: String?) {
        guard let value else { return }
        key(named: name)
        string(value)
    }

    public mutating func field(named name: String, _ value: Int?) {
        guard let value else { return }
        key(named: name)
        integer(value)
    }

    // MARK: Bytes

    /// Forgets what was written, which has gone its way, and keeps the room for what follows.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// What begins a string: its quote, after a comma where one is needed.
    private var begin: StaticString { needsComma ? ",\"" : "\"" }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    @inline(__always)
    private static func marks(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        bytes.controlMarks .| bytes.marks(of: UInt8(ascii: "\"")) .| bytes.marks(of: UInt8(ascii: "\\"))
    }

    @inline(__always)
    private static func escape(
        _ output: inout ByteCursor,
        _ text: UnsafeBufferPointer<UInt8>,
        _ index: Int
    ) -> Int {
        switch text[index] {
        case UInt8(ascii: "\""): output.put("\\\"")
        case UInt8(ascii: "\\"): output.put("\\\\")
        case 0x08: output.put("\\b")
        case 0x09: output.put("\\t")
        case 0x0A: output.put("\\n")
        case 0x0C: output.put("\\f")
        case 0x0D: output.put("\\r")
        case let byte where byte < 0x20:
            output.put(byte < 0x10 ? "\\u000" : "\\u001")
            output.put("0123456789abcdef", Int(byte & 15)..<Int(byte & 15) + 1)
        default: return 0
        }
        return 1
    }
}
