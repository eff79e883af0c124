/// Reads a cleaned fragment strictly and says what is wrong with it, if anything.
struct FragmentChecker {
    private static let attributes: [String: Set<String>] = [
        "a": ["href", "title", "rel"], "abbr": ["title"], "b": [], "blockquote": ["cite"], "br": [], "cite": [],
        "code": [],
        "del": ["datetime"], "em": [], "i": [], "li": [], "ol": [], "p": [], "pre": [], "q": ["cite"], "s": [],
        "strong": [],
        "sub": [], "sup": [], "ul": [],
    ]
    private static let blocks: Set<String> = ["blockquote", "li", "ol", "p", "pre", "ul"]

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var open: [String] = []

    /// The first fault of a fragment, with its place.
    static func fault(in fragment: String) -> String? {
        var checker = FragmentChecker(scalars: Array(fragment.unicodeScalars))
        guard let fault = checker.check() else { return nil }
        return "\(fault) at \(checker.index) of \(fragment)"
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private mutating func check() -> String? {
        while index < scalars.count {
            let fault = scalars[index] == "<" ? checkTag() : checkCharacter()
            if let fault { return fault }
        }
        return open.isEmpty ? nil : "\(open) left open"
    }

    private mutating func checkCharacter() -> String? {
        let scalar = scalars[index]
        if scalar == "&" { return checkReference() }
        index += 1
        return Self.isForbidden(scalar) || scalar == ">" ? "character \(scalar.value)" : nil
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private mutating func checkReference() -> String? {
        for reference in ["&amp;", "&lt;", "&gt;", "&#34;", "&#96;"] where take(reference) { return nil }
        return "reference"
    }

    private mutating func checkTag() -> String? {
        if take("<br/>") { return nil }
        if take("</") {
            let name = takeName()
            guard open.popLast() == name, take(">") else { return "end of \(name)" }
            return nil
        }
        index += 1
        let name = takeName()
        guard let allowed = Self.attributes[name] else { return "element \(name)" }
        if Self.blocks.contains(name), open.contains("p") { return "\(name) inside p" }
        if name == "li", open.last != "ul", open.last != "ol" { return "li outside a list" }
        if name == "a", open.contains("a") { return "a inside a" }
        open.append(name)
        guard open.count <= 32 else { return "nesting" }
        while !take(">") {
            guard take(" ") else { return "tag of \(name)" }
            let attribute = takeName()
            guard allowed.contains(attribute), take("=\"") else { return "attribute \(attribute)" }
            let start = index
            while index < scalars.count, scalars[index] != "\"" {
                if scalars[index] == "<" { return "< in \(attribute)" }
                if let fault = checkCharacter() { return fault }
            }
            let value = String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
            guard take("\"") else { return "value of \(attribute)" }
            if attribute == "href" || attribute == "cite", !Self.isSafe(value) { return "address \(value)" }
        }
        return nil
    }

    private static func isSafe(_ address: String) -> Bool {
        ["http://", "https://", "mailto:"].contains(where: address.hasPrefix)
            || address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/\\")
    }

    private mutating func take(_ text: String) -> Bool {
        guard scalars[index...].starts(with: text.unicodeScalars) else { return false }
        index += text.unicodeScalars.count
        return true
    }

    private mutating func takeName() -> String {
        let start = index
        while index < scalars.count, ("a"..."z").contains(scalars[index]) { index += 1 }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }
}
