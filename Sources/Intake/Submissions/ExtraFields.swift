import JSON

/// Fields that nobody knows, as one JSON object of at most 4 KiB; what does not fit is left out.
struct ExtraFields {
    static let limit = 4096

    private var json = JSONWriter()
    private var names: Set<String> = []

    /// - Returns: false where a field of that name is there already.
    mutating func add(_ name: String, _ write: (inout JSONWriter) -> Void) -> Bool {
        guard !names.contains(name) else { return false }
        var field = JSONWriter()
        field.reserve(name.utf8.count + 32)
        field.key(named: name)
        write(&field)
        // Braces and a comma.
        guard json.bytes.count + field.bytes.count + 3 <= Self.limit else { return true }
        names.insert(name)
        json.raw(field.text)
        return true
    }

    /// nil where there is none.
    var text: String? {
        json.bytes.isEmpty ? nil : "{" + json.text + "}"
    }
}
