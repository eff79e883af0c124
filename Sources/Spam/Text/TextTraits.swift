/// What counting characters tells of a text, markup off.
struct TextTraits {
    /// Characters that are left when invisible ones and accents are off, white space is joined and repeats are cut.
    var characters = 0
    var newlines = 0
    var exclamations = 0
    var questions = 0
    var letters = 0
    var capitals = 0
    var digits = 0
    var punctuation = 0
    var beyondASCII = 0
    var longestNumber = 0
    var hasAt = false
    var hasHash = false
    var hasCurrency = false
    var hasBracket = false
    /// Letters of another script among Latin letters that they look like.
    var mixedLetters = 0
    /// Invisible characters between two letters.
    var hiddenCharacters = 0
    /// Letters beyond ASCII by script, indexed by `Script.rawValue`.
    var scripts = InlineArray<16, Int>(repeating: 0)

    func letters(of script: Script) -> Int {
        let beyondASCII = scripts[Int(script.rawValue)]
        guard script == .latin else { return beyondASCII }
        return letters - scripts.indices.reduce(0) { $0 + scripts[$1] } + beyondASCII
    }
}
