import Text

/// A tag's attributes as WordPress's filter reads them (`wp_kses_hair`): of two with one name, case and all, the first counts; what is malformed goes
/// up to the next white space.
struct AttributeList {
    /// Those that are allowed, as they are written out.
    var written: [[UInt8]] { attributes.map(\.whole) }

    private var attributes: [(name: [UInt8], whole: [UInt8])] = []
    private let allowed: [String]
    private let text: ArraySlice<UInt8>
    private var index: Int

    init(_ text: ArraySlice<UInt8>, allowed: [String]) {
        self.text = text
        self.allowed = allowed
        index = text.startIndex
        while index < text.endIndex {
            if !readAttribute() { skipMalformed() }
        }
    }

    private mutating func readAttribute() -> Bool {
        guard text[index].isASCIILetter || text[index] == UInt8(ascii: "_") else { return false }
        let name = Array(text[index...].prefix { $0.isAttributeName })
        index += name.count
        let afterName = index
        skipSpace()
        guard index < text.endIndex, text[index] == UInt8(ascii: "=") else {
            let isAlone = index > afterName || index == text.endIndex
            if isAlone { add(name, value: []) }
            return isAlone
        }
        index += 1
        skipSpace()
        guard index < text.endIndex, let value = readValue() else { return false }
        let isAddress = AddressFilter.attributes.contains(name.lowerText)
        let kept = isAddress ? AddressFilter.withoutBadScheme(value.text) : Array(value.text)
        add(name, value: [UInt8(ascii: "="), value.quote] + kept + [value.quote])
        return true
    }

    /// A quoted or bare value that white space or the end follows, and the quote to write it in; nil where it is malformed.
    private mutating func readValue() -> (text: ArraySlice<UInt8>, quote: UInt8)? {
        let quote = text[index]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let start = isQuoted ? index + 1 : index
        let rest = text[start...]
        let end =
            isQuoted
            ? rest.firstIndex(of: quote)
            : rest.firstIndex { $0.isPHPSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ?? text.endIndex
        guard let end, isQuoted || end > start else { return nil }
        let next = isQuoted ? end + 1 : end
        let isOver = next == text.endIndex || text[next].isPHPSpace
        let endsInSlash = next == text.endIndex - 1 && text[next] == UInt8(ascii: "/")
        guard isOver || endsInSlash else { return nil }
        index = next
        skipSpace()
        return (text[start..<end], isQuoted ? quote : UInt8(ascii: "\""))
    }

    private mutating func add(_ name: [UInt8], value: [UInt8]) {
        guard allowed.contains(name.lowerText), !attributes.contains(where: { $0.name == name }) else { return }
        attributes.append((name, name + value))
    }

    private mutating func skipSpace() {
        while index < text.endIndex, text[index].isPHPSpace { index += 1 }
    }

    /// Up to and with the next white space outside quotes.
    private mutating func skipMalformed() {
        while index < text.endIndex, !text[index].isPHPSpace {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                index = text[index...].firstIndex(of: byte).map { $0 + 1 } ?? text.endIndex
            }
        }
        skipSpace()
    }
}

extension [UInt8] {
    fileprivate var lowerText: String { String(decoding: map(\.asciiLowercased), as: UTF8.self) }
}

extension UInt8 {
    fileprivate var isAttributeName: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
            || self == UInt8(ascii: ".")
    }
}
