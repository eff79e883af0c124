import Text

extension EqualityFolding {
    /// A name as WordPress stores it, folded: tags and everything after an unclosed `<` are gone, `%XX` octets too, spaces joined. A name of which nothing
    /// would remain stands for itself.
    static func key(name: String) -> [UInt8] { key(name: name, stored: AuthorNameFilter.stored(name)) }

    static func key(name: String, stored: String) -> [UInt8] { bytes(of: stored.isEmpty ? name : stored) }

    /// A body as WordPress stores it, folded.
    static func key(body: StoredBody) -> [UInt8] { bytes(of: body.text) }
}
