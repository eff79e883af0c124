import Text

/// WordPress's filter of comments' HTML (`wp_filter_kses`), without the `rel` that it adds to links.
///
/// For comparing and counting only; what is shown is made elsewhere.
struct BodyFilter {
    static func filtered(_ bytes: [UInt8]) -> [UInt8] { filtered(bytes, commentDepth: 0) }

    private static func filtered(_ bytes: [UInt8], commentDepth: Int) -> [UInt8] {
        let text = escapingUnclosedTags(EntityFilter.normalized(bytes))
        var filter = BodyFilter(text: text, commentDepth: commentDepth)
        filter.run()
        return filter.output
    }

    /// A `<` that no `>` follows before the next `<` is text, and so is what stands between.
    private static func escapingUnclosedTags(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let open = bytes.next(UInt8(ascii: "<"), from: index)
            output += bytes[index..<open]
            guard open < bytes.count else { break }
            let end = bytes.next(UInt8(ascii: "<"), UInt8(ascii: ">"), from: open + 1)
            if end < bytes.count, bytes[end] == UInt8(ascii: ">") {
                output += bytes[open...end]
                index = end + 1
            } else {
                for byte in bytes[open..<end] { output.appendEscaped(byte) }
                index = end
            }
        }
        return output
    }

    private let text: [UInt8]
    private let commentDepth: Int
    private var output: [UInt8] = []
    /// The next line end and the next `-->`, once looked for.
    private var lineEnd = -1
    private var commentClose = -1

    private init(text: [UInt8], commentDepth: Int) {
        self.text = text
        self.commentDepth = commentDepth
        output.reserveCapacity(text.count + text.count / 8)
    }

    private mutating func run() {
        var index = 0
        while true {
            let mark = text.next(UInt8(ascii: "<"), UInt8(ascii: ">"), from: index)
            output += text[index..<mark]
            index = mark
            guard index < text.count else { return }
            if text[index] == UInt8(ascii: ">") {
                output += "&gt;".utf8
                index += 1
            } else if let end = commentEnd(from: index) {
                appendComment(text[index..<end])
                index = end
            } else {
                let close = text[index...].firstIndex(of: UInt8(ascii: ">")) ?? text.count - 1
                TagFilter.append(text[index...close], to: &output)
                index = close + 1
            }
        }
    }

    /// Where the comment that starts at `start` ends: at `-->` on the same line, or with the text.
    private mutating func commentEnd(from start: Int) -> Int? {
        guard text[start...].starts(with: "<!--".utf8) else { return nil }
        if lineEnd < start { lineEnd = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count }
        if commentClose < start + 4 { commentClose = nextCommentClose(from: start + 4) }
        if commentClose < lineEnd { return commentClose + 3 }
        return lineEnd == text.count ? text.count : nil
    }

    private func nextCommentClose(from start: Int) -> Int {
        var index = start
        while index + 2 < text.count {
            if text[index + 2] == UInt8(ascii: ">"), text[index] == UInt8(ascii: "-"),
                text[index + 1] == UInt8(ascii: "-")
            {
                return index
            }
            index += 1
        }
        return Int.max
    }

    private mutating func appendComment(_ comment: ArraySlice<UInt8>) {
        var content = Array(comment.dropFirst(4))
        if content.suffix(3).elementsEqual("-->".utf8) { content.removeLast(3) }
        guard commentDepth < 2 else { return }
        content = Self.filtered(content, commentDepth: commentDepth + 1)
        guard !content.isEmpty else { return }
        output += "<!--".utf8
        var afterDash = false
        for byte in content {
            if byte != UInt8(ascii: "-") || !afterDash { output.append(byte) }
            afterDash = byte == UInt8(ascii: "-")
        }
        if afterDash { output.removeLast() }
        output += "-->".utf8
    }
}

extension [UInt8] {
    /// The byte as WordPress's `esc_html` writes it.
    fileprivate mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): append(contentsOf: "&#039;".utf8)
        default: append(byte)
        }
    }
}
