/// CLDR's plural categories for whole numbers (Unicode TR 35, part 3, cardinals).
enum PluralCategory: Sendable, Hashable {
    case one
    case few
    case many
    case other
}

/// Which form of a noun stands with a number, by family of languages.
enum PluralRule: Sendable {
    /// One and more: English, German, Dutch, the Scandinavian languages, Finnish.
    case germanic
    /// As `germanic`, and millions go with "de": Spanish, Italian.
    case romance
    /// As `romance`, and zero is singular: French, Portuguese.
    case romanceZeroOne
    case polish
    /// Two to four are few: Czech.
    case czech
    /// By the last digits: Russian, Ukrainian.
    case eastSlavic
    /// One form for all: Japanese, Chinese.
    case single

    func category(_ count: Int) -> PluralCategory {
        let last = count % 10
        let isTeen = (11...14).contains(count % 100)
        let isMillions = count != 0 && count % 1_000_000 == 0
        switch self {
        case .germanic: return count == 1 ? .one : .other
        case .romance: return count == 1 ? .one : isMillions ? .many : .other
        case .romanceZeroOne: return count <= 1 ? .one : isMillions ? .many : .other
        case .polish:
            if count == 1 { return .one }
            return (2...4).contains(last) && !isTeen ? .few : .many
        case .czech: return count == 1 ? .one : (2...4).contains(count) ? .few : .other
        case .eastSlavic:
            if isTeen { return .many }
            return last == 1 ? .one : (2...4).contains(last) ? .few : .many
        case .single: return .other
        }
    }
}
