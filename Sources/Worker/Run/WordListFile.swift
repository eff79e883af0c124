import Patterns

enum WordListFile {
    /// The word list at a path; an absent file is an empty list.
    static func read(_ path: String) throws -> WordList {
        WordList(bytes: try FileBytes.read(path) ?? [])
    }
}
