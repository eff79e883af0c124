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
