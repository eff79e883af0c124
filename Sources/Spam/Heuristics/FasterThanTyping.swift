extension Heuristic {
    static let fasterThanTyping = Heuristic(
        symbol: "faster_than_typing",
        sentence:
            "The form came back sooner after its page than a person types the text (20 characters a second, 2 seconds at least).",
        defaultWeight: 1_500_000,
        test: .comment { evidence in
            guard let seconds = evidence.sample.typingSeconds else { return nil }
            let characters = evidence.reading.text.traits.characters
            return seconds < max(2, Double(characters) / 20) ? "sent sooner after the page than a person types it" : nil
        }
    )
}
