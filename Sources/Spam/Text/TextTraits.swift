/// What counting characters tells of a text, markup off.
struct TextTraits {
    /// Characters, invisible ones and accents left out, white space joined.
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
    /// Words of Latin letters and look-alikes from other scripts.
    var mixedWords = 0
    /// Invisible characters between two letters.
    var hiddenCharacters = 0
    /// Letters by script, indexed by `Script.rawValue`.
    var scripts = [Int](repeating: 0, count: Script.allCases.count)

    mutating func reset() {
        var counts = scripts
        for index in counts.indices { counts[index] = 0 }
        self = TextTraits(scripts: counts)
    }
}
