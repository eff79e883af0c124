/// The writing systems that the filter tells apart, by Unicode's property Script.
public enum Script: UInt8, Sendable, CaseIterable {
    /// Digits, marks, signs and whatever several scripts share.
    case common
    case latin
    case greek
    case cyrillic
    case han
    case kana
    case hangul
    case arabic
    case hebrew
    case thai
    case devanagari
    case bengali
    case tamil
    case armenian
    case georgian
    /// Any script without a case of its own.
    case other
}

extension Script {
    /// The scripts that are written together with this one.
    var companions: [Script] {
        switch self {
        case .han, .kana: [.han, .kana]
        case .hangul: [.hangul, .han]
        default: [self]
        }
    }

    /// The script of a language.
    /// - Parameter language: a tag such as `en` or `de-CH` (BCP 47); Latin where it is not known.
    public init(language: String) {
        let parts = language.lowercased().split(separator: "-")
        if parts.contains("latn") {
            self = .latin
        } else if parts.contains("cyrl") {
            self = .cyrillic
        } else {
            self = Self.ofLanguage[String(parts.first ?? "")] ?? .latin
        }
    }

    private static let ofLanguage: [String: Script] = [
        "el": .greek, "ru": .cyrillic, "uk": .cyrillic, "be": .cyrillic, "bg": .cyrillic, "mk": .cyrillic,
        "sr": .cyrillic, "kk": .cyrillic, "ky": .cyrillic, "mn": .cyrillic, "tg": .cyrillic, "zh": .han, "yue": .han,
        "ja": .kana, "ko": .hangul, "ar": .arabic, "fa": .arabic, "ur": .arabic, "ps": .arabic, "ckb": .arabic,
        "he": .hebrew, "yi": .hebrew, "th": .thai, "hi": .devanagari, "mr": .devanagari, "ne": .devanagari,
        "bn": .bengali, "ta": .tamil, "hy": .armenian, "ka": .georgian, "am": .other, "km": .other, "my": .other,
    ]
}
