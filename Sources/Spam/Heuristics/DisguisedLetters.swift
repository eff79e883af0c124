extension Heuristic {
    static let disguisedLetters = Heuristic(
        symbol: "disguised_letters",
        sentence: "Words have letters of another script that look Latin, or invisible characters inside.",
        defaultWeight: 1_500_000,
        test: .comment { evidence in
            let traits = evidence.reading.text.traits
            if traits.mixedWords > 0 { return "\(traits.mixedWords) words mix Latin letters with look-alikes" }
            return traits.hiddenCharacters > 0 ? "\(traits.hiddenCharacters) invisible characters inside words" : nil
        }
    )
}
