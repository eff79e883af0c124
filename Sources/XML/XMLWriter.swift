import Text

/// Writes one XML 1.0 document in UTF-8.
///
/// Names are literals of the program, texts may be any string: what XML can't hold is written as U+FFFD, so whatever
/// is written parses again. Elements without children are written as empty tags.
public struct XMLWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var open: [StaticString] = []
    private var tagIsOpen = false

    /// - Parameter capacity: the bytes to reserve for the document.
    public init(capacity: Int = 4096) {
        bytes.reserveCapacity(capacity)
        bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Writes `<?xml-stylesheet type="…" href="…"?>` (W3C, Associating Style Sheets with XML documents).
    public mutating func stylesheet(_ address: String, type: StaticString = "text/css") {
        bytes.append("<?xml-stylesheet type=\"")
        bytes.append(type)
        bytes.append("\"")
        append("href", address)
        bytes.append("?>\n")
    }

    /// Begins an element. Attributes follow, then its content, then `end()`.
    public mutating func start(_ name: StaticString) {
        let begin: StaticString = tagIsOpen ? "><" : "<"
        bytes.append(atMost: name.utf8CodeUnitCount + 2) { output in
            output.put(begin)
            output.put(name)
        }
        open.append(name)
        tagIsOpen = true
    }

    /// Adds an attribute to the element just begun.
    public mutating func attribute(_ name: StaticString, _ value: String) {
        precondition(tagIsOpen, "an attribute belongs to the start of an element")
        append(name, value)
    }

    private mutating func append(_ name: StaticString, _ value: String) {
        XMLEscape.append(
            inAttribute: value,
            to: &bytes,
            frame: name.utf8CodeUnitCount + 4,
            before: { output in
                output.put(" ")
                output.put(name)
                output.put("=\"")
            },
            after: { $0.put("\"") }
        )
    }

    public mutating func text(_ text: String) {
        closeTag()
        XMLEscape.append(text, to: &bytes)
    }

    /// Writes text as CDATA sections, for documents whose readers look for them (WXR). Splits `]]>` between two.
    public mutating func cdata(_ text: String) {
        closeTag()
        bytes.append("<![CDATA[")
        CDATA.append(text, to: &bytes)
        bytes.append("]]>")
    }

    /// Ends the innermost open element.
    public mutating func end() { end(followedBy: "") }

    /// Ends the innermost open element and the line.
    public mutating func endLine() { end(followedBy: "\n") }

    private mutating func end(followedBy rest: StaticString) {
        guard let name = open.popLast() else { preconditionFailure("no element is open") }
        let isEmpty = tagIsOpen
        tagIsOpen = false
        bytes.append(atMost: name.utf8CodeUnitCount + 4) { output in
            if isEmpty { output.put("/>") } else { output.put(endOf: name) }
            output.put(rest)
        }
    }

    /// Writes a whole element that holds text alone.
    public mutating func element(_ name: StaticString, _ text: String) { write(name, text, followedBy: "") }

    /// Writes an element that holds text alone, on a line of its own.
    public mutating func line(_ name: StaticString, _ text: String) { write(name, text, followedBy: "\n") }

    @inline(__always)
    private mutating func write(_ name: StaticString, _ text: String, followedBy rest: StaticString) {
        let begin: StaticString = tagIsOpen ? "><" : "<"
        tagIsOpen = false
        XMLEscape.append(
            text,
            to: &bytes,
            frame: 2 * name.utf8CodeUnitCount + 7,
            before: { output in
                output.put(begin)
                output.put(name)
                output.put(">")
            },
            after: { output in
                output.put(endOf: name)
                output.put(rest)
            }
        )
    }

    // MARK: Markup that is a literal of the program

    public mutating func markup(_ literal: StaticString) {
        closeTag()
        bytes.append(literal)
    }

    /// Writes text as it stands in an element, between markup.
    public mutating func text(_ text: String, between before: StaticString, and after: StaticString) {
        closeTag()
        XMLEscape.append(
            text,
            to: &bytes,
            frame: before.utf8CodeUnitCount + after.utf8CodeUnitCount,
            before: { $0.put(before) },
            after: { $0.put(after) }
        )
    }

    /// Writes text as it stands in a quoted attribute, between markup that holds the quotes.
    public mutating func attribute(_ value: String, between before: StaticString, and after: StaticString) {
        closeTag()
        XMLEscape.append(
            inAttribute: value,
            to: &bytes,
            frame: before.utf8CodeUnitCount + after.utf8CodeUnitCount,
            before: { $0.put(before) },
            after: { $0.put(after) }
        )
    }

    /// Breaks the line between elements, where white space means nothing.
    public mutating func newline() {
        closeTag()
        bytes.append(0x0A)
    }

    /// Ends every open element and gives the document.
    public consuming func finish() -> [UInt8] {
        while !open.isEmpty { end() }
        bytes.append(0x0A)
        return bytes
    }

    /// Gives the bytes written so far and forgets them, so that a long document is written in pieces.
    public mutating func drain() -> [UInt8] {
        closeTag()
        let written = bytes
        bytes.removeAll(keepingCapacity: true)
        return written
    }

    private mutating func closeTag() {
        guard tagIsOpen else { return }
        tagIsOpen = false
        bytes.append(UInt8(ascii: ">"))
    }
}

extension ByteCursor {
    fileprivate mutating func put(endOf name: StaticString) {
        put("</")
        put(name)
        put(">")
    }
}
