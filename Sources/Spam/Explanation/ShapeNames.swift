extension Shape.Feature {
    /// As a moderator reads it, such as `length 64 to 127`.
    var name: String {
        switch measure {
        case .length: "length \(doubled)"
        case .words: "words \(doubled)"
        case .newlines: "line breaks \(doubled)"
        case .exclamations: "exclamation marks \(doubled)"
        case .nameLength: "length of the name \(doubled)"
        case .links: "links \(step)\(step == 3 ? " or more" : "")"
        case .capitals: "capitals \(20 * step) % of the letters or more"
        case .digits: "share of digits, step \(step)"
        case .questions: "question marks \(step)\(step == 2 ? " or more" : "")"
        case .beyondASCII: "characters beyond ASCII \(25 * step) % or more"
        case .punctuation: "punctuation \(Double(step) * 12.5) % or more"
        case .wordLength: "mean length of words \(step)"
        case .at: "an @"
        case .hash: "a #"
        case .currency: "a currency sign"
        case .longNumber: "six or more digits in a row"
        case .repetition: "fewer than 60 % distinct words"
        case .mostlyLinks: "more than half of it addresses"
        case .nameWords: "words in the name \(step)\(step == 3 ? " or more" : "")"
        case .nameDigit: "a digit in the name"
        }
    }

    private var doubled: String {
        guard step > 1 else { return "\(step)" }
        return "\(1 << (step - 1)) to \(1 << step - 1)"
    }
}
