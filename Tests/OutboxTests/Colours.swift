import Foundation

/// The colours of a style sheet, as far as ours write them: custom properties, `light-dark()`, one level of at-rules.
struct Colours {
    enum Scheme: CaseIterable { case light, dark }

    struct Rule {
        let selector: String
        let declarations: [String: String]
    }

    private(set) var rules: [Rule] = []
    private var properties: [Scheme: [String: String]] = [:]

    init(_ sheet: String) { read(sheet[...], schemes: Scheme.allCases) }

    private mutating func read(_ text: Substring, schemes: [Scheme]) {
        var rest = text
        while let open = rest.firstIndex(of: "{") {
            let selector = rest[..<open].trimmingCharacters(in: .whitespacesAndNewlines)
            var depth = 0
            let close = rest[open...].firstIndex { character in
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
                return depth == 0
            }!
            let body = rest[rest.index(after: open)..<close]
            if selector.hasPrefix("@") {
                read(body, schemes: selector.contains("dark)") && selector.hasPrefix("@media") ? [.dark] : schemes)
            } else {
                add(selector, body, schemes: schemes)
            }
            rest = rest[rest.index(after: close)...]
        }
    }

    private mutating func add(_ selector: String, _ body: Substring, schemes: [Scheme]) {
        var declarations: [String: String] = [:]
        for declaration in body.split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
                .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            guard parts.count == 2 else { continue }
            if parts[0].hasPrefix("--") {
                for scheme in schemes { properties[scheme, default: [:]][parts[0]] = parts[1] }
            } else {
                declarations[parts[0]] = parts[1]
            }
        }
        rules.append(Rule(selector: selector, declarations: declarations))
    }

    /// The first colour in a value; nil where there is none.
    func colour(_ value: String, _ scheme: Scheme) -> Colour? {
        if let name = value.firstMatch(of: /var\((--[a-z-]+)\)/) {
            return properties[scheme]?[String(name.1)].flatMap { colour($0, scheme) }
        }
        if let both = value.firstMatch(of: /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/) {
            return Colour(scheme == .light ? both.1 : both.2)
        }
        return value.firstMatch(of: /#[0-9a-f]{6}/).map { Colour($0.0) }
    }
}

/// A colour of sRGB, compared as WCAG 2.2 does.
struct Colour: CustomStringConvertible {
    let description: String
    private let luminance: Double

    init(_ hex: Substring) {
        description = String(hex)
        let value = Int(hex.dropFirst(), radix: 16)!
        luminance = zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, channel in
            let part = Double(value >> channel.0 & 255) / 255
            return sum + channel.1 * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4))
        }
    }

    /// From 1 to 21.
    func contrast(with other: Colour) -> Double {
        (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
    }
}
