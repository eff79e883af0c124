/// What `init` lays out besides the settings.
enum StarterFiles {
    static let all: [(path: String, text: String)] = [
        ("Rules/words/moderate.txt", moderate), ("Rules/words/block.txt", block),
    ]

    private static let moderate = """
        # Comments with one of these words, names, addresses or IP prefixes are held (WordPress: moderation_keys).
        # One entry a line; case does not matter; a line that starts with a hash and a space is a comment.

        """

    private static let block = """
        # Comments with one of these words, names, addresses or IP prefixes go to the trash (WordPress: disallowed_keys).
        # One entry a line; case does not matter; a line that starts with a hash and a space is a comment.

        """
}
