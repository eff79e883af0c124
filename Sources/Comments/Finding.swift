/// One signal that a phase reported about a comment.
public struct Finding: Sendable, Hashable {
    /// A short name in `snake_case`, such as `link_limit`; that of a tag is `tag:` and its name.
    public let symbol: String
    /// Log-odds (natural logarithm) of spam against ham, in millionths; 0 for a finding that is no evidence of spam.
    public let weight: Int
    /// One sentence for the moderator. It never quotes an e-mail or IP address.
    public let note: String

    public init(_ symbol: String, weight: Int = 0, note: String) {
        self.symbol = symbol
        self.weight = weight
        self.note = note
    }
}

extension Finding {
    private static let tagPrefix = "tag:"

    /// A tag that a rule gives to the comment; the symbol is `tag:` with the tag's name.
    public static func tag(_ name: String, note: String) -> Finding { Finding(tagPrefix + name, note: note) }

    /// The tag's name; nil where it is no tag.
    public var tag: String? {
        symbol.hasPrefix(Self.tagPrefix) ? String(symbol.dropFirst(Self.tagPrefix.count)) : nil
    }
}

/// A decimal of six places, as weights and scores are kept.
public enum Millionths {
    /// `1500000` is `1.5`; no zeros at the end, no exponent.
    public static func text(_ value: Int) -> String {
        let magnitude = value.magnitude
        var fraction = String(magnitude % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return (value < 0 ? "-" : "") + String(magnitude / 1_000_000) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The nearest value, halves away from zero; held to ±1,000,000.
    public static func value(_ number: Double) -> Int {
        number.isNaN ? 0 : Int((min(max(number, -1e6), 1e6) * 1e6).rounded())
    }
}
