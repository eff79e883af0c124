extension Heuristic {
    static let disguisedLetters = Heuristic(
        symbol: "disguised_letters",
        sentence: "Words have letters of another script that look Latin, or invisible characters inside.",
        defaultWeight: 1_500_000,
        test: .comment { evidence in
            let traits = evidence.reading.text.traits
            if traits.mixedLetters > 0 {
                return "look-alikes of other scripts among Latin letters: \(traits.mixedLetters)"
            }
            return traits.hiddenCharacters > 0 ? "invisible characters inside words: \(traits.hiddenCharacters)" : nil
        }
    )
}
