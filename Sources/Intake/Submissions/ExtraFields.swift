import JSON

/// Fields that nobody knows, as one JSON object of at most 4 KiB; what does not fit is left out.
struct ExtraFields {
    static let limit = 4096

    /// An object that is not closed yet.
    private var json = JSONWriter()
    private var names: Set<String> = []

    /// - Returns: false where a field of that name is there already.
    mutating func add(_ name: String, _ write: (inout JSONWriter) -> Void) -> Bool {
        guard !names.contains(name) else { return false }
        var field = JSONWriter()
        field.key(named: name)
        write(&field)
        if json.bytes.isEmpty {
            json.reserve(128)
            json.beginObject()
        }
        // A comma and the closing brace.
        guard json.bytes.count + field.bytes.count + 2 <= Self.limit else { return true }
        names.insert(name)
        json.raw(field.bytes[...])
        return true
    }

    /// Closes the object and gives its text; nil where there is no field.
    mutating func finish() -> String? {
        guard !names.isEmpty else { return nil }
        json.endObject()
        return json.text
    }
}
