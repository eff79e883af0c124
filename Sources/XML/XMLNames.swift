/// The distinct names of a document, found again by the pointers of libxml2's dictionary, which stay the same for the
/// same text as long as the parser lives.
struct XMLNames {
    /// What libxml2 keeps of a declaration, again by pointers.
    private struct Declaration: Hashable {
        var prefix: UInt
        var uri: UInt
    }

    struct Key: Hashable {
        var local: UInt
        var prefix: UInt
        var namespace: UInt
    }

    private var indices: [Key: Int] = [:]
    private var declarations: Set<Declaration> = []
    /// What was found last of the keys with each hash: most lookups end here.
    private var recent: [(key: Key, index: Int)]

    init() {
        recent = Array(repeating: (Key(local: 0, prefix: 0, namespace: 0), -1), count: 256)
    }

    /// Distinct names and declarations of namespaces.
    var count: Int { indices.count + declarations.count }

    /// The number of a name, in the order they were added.
    mutating func find(_ key: Key) -> Int? {
        let hash = key.local >> 3 ^ key.local >> 11 ^ key.local << 7 ^ key.namespace >> 4
        let slot = Int(truncatingIfNeeded: hash & 255)
        if recent[slot].index >= 0, recent[slot].key == key { return recent[slot].index }
        guard let index = indices[key] else { return nil }
        recent[slot] = (key, index)
        return index
    }

    /// Notes a declaration of a namespace: libxml2 keeps each for good.
    mutating func declare(prefix: UInt, uri: UInt) {
        declarations.insert(Declaration(prefix: prefix, uri: uri))
    }

    mutating func add(_ key: Key) -> Int {
        let index = indices.count
        indices[key] = index
        return index
    }
}
