import Text

extension EqualityFolding {
    /// A name as WordPress stores it, folded: tags and everything after an unclosed `<` are gone, `%XX` octets too, spaces joined. A name of which nothing
    /// would remain stands for itself.
    static func key(name: String) -> String {
        let stored = AuthorNameFilter.stored(name)
        return fold(stored.isEmpty ? name : stored)
    }

    /// A body as WordPress stores it, folded.
    static func key(body: StoredBody) -> String { fold(body.text) }
}
