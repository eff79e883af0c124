extension Heuristic {
    static let disguisedLetters = Heuristic(
        symbol: "disguised_letters",
        sentence: "Words have letters of another script that look Latin, or invisible characters inside.",
        defaultWeight: 1_500_000,
        test: .comment { evidence in
            let traits = evidence.reading.text.traits
            if traits.mixedLetters > 0 {
                return "\(traits.mixedLetters) look-alikes of other scripts among Latin letters"
            }
            return traits.hiddenCharacters > 0 ? "\(traits.hiddenCharacters) invisible characters inside words" : nil
        }
    )
}
