/// HTML's character references in a text without markup.
public enum HTMLText {
    /// `text` with its references decoded once: `Tom &amp;amp; Jerry` is `Tom &amp; Jerry`. What is none stays.
    public static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let source = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        var index = 0
        while let ampersand = source.first(UInt8(ascii: "&"), from: index) {
            output.append(contentsOf: source[index..<ampersand])
            let reference = XMLReference(source, at: ampersand, end: source.count)
            switch reference.meaning {
            case .predefined(let byte): output.append(byte)
            case .character(let codePoint): output.append(codePoint: codePoint)
            case .none: output.append(UInt8(ascii: "&"))
            }
            index = reference.end
        }
        output.append(contentsOf: source[index...])
        return String(decoding: output, as: UTF8.self)
    }
}
