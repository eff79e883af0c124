import Text

/// The attributes of HTML that hold an address.
enum AddressAttribute {
    private static let table: [(attribute: StaticString, elements: [StaticString])] = [
        ("href", ["a", "area", "link"]),
        ("src", ["audio", "frame", "iframe", "img", "input", "script", "source", "video"]),
        ("action", ["form"]),
        ("background", ["body"]),
        ("cite", ["blockquote", "del", "ins", "q"]),
        ("classid", ["object"]),
        ("codebase", ["applet", "object"]),
        ("data", ["object"]),
        ("longdesc", ["frame", "iframe", "img"]),
        ("poster", ["video"]),
        ("profile", ["head"]),
        ("usemap", ["img", "input", "object"]),
    ]

    /// Whether the attribute of the element is an address; both are names in bytes of HTML, in any case.
    static func contains(
        _ attribute: UnsafeBufferPointer<UInt8>,
        of element: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for row in table where attribute.isName(row.attribute) {
            return row.elements.contains { element.isName($0) }
        }
        return false
    }

    static func contains(_ attribute: String, of element: String) -> Bool {
        var (attribute, element) = (attribute, element)
        return attribute.withUTF8 { attribute in element.withUTF8 { contains(attribute, of: $0) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is a name of ASCII, which is given in lower case.
    fileprivate func isName(_ name: StaticString) -> Bool {
        guard count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { name in
            for (offset, byte) in name.enumerated() where self[offset].asciiLowercased != byte {
                return false
            }
            return true
        }
    }
}
