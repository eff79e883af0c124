import Text

/// Ampersands as WordPress's filter leaves them (`wp_kses_normalize_entities`): entities it knows stay, every other `&` is escaped.
enum EntityFilter {
    static func normalized(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var index = 0
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "&") {
                output.append(bytes[index])
                index += 1
            } else if let (entity, end) = entity(in: bytes, at: index + 1) {
                output += entity
                index = end
            } else {
                output += "&amp;".utf8
                index += 1
            }
        }
        return output
    }

    /// The entity whose name or number begins at `start`, as it is kept, and where it ends; nil for a bare ampersand.
    private static func entity(in bytes: [UInt8], at start: Int) -> (kept: [UInt8], end: Int)? {
        // No entity is longer: leading zeros are cut at the same place, which only a body made to be odd can tell.
        let window = bytes[start..<min(start + 40, bytes.count)]
        guard let semicolon = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = bytes[start..<semicolon]
        let kept = name.first == UInt8(ascii: "#") ? number(name.dropFirst()) : named(name)
        return kept.map { ($0, semicolon + 1) }
    }

    private static func named(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        let letters = name.prefix(while: \.isASCIILetter)
        let digits = name.dropFirst(letters.count)
        guard (2...8).contains(letters.count), digits.count <= 2, digits.allSatisfy(\.isASCIIDigit),
            known.contains(String(decoding: name, as: UTF8.self))
        else { return nil }
        return [UInt8(ascii: "&")] + name + [UInt8(ascii: ";")]
    }

    private static func number(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let isHex = text.first == UInt8(ascii: "x") || text.first == UInt8(ascii: "X")
        let digits = isHex ? text.dropFirst() : text
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        guard !digits.isEmpty, significant.count <= (isHex ? 6 : 7),
            digits.allSatisfy({ isHex ? $0.hexDigitValue != nil : $0.isASCIIDigit })
        else { return nil }
        if significant.isEmpty { return digits.count == 1 ? [] : nil }
        let value = significant.reduce(UInt32(0)) { $0 * (isHex ? 16 : 10) + UInt32($1.hexDigitValue ?? 0) }
        guard isCharacter(value) else { return nil }
        let padding = isHex ? 0 : max(0, 3 - significant.count)
        return Array((isHex ? "&#x" : "&#").utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: padding) + significant
            + [UInt8(ascii: ";")]
    }

    private static func isCharacter(_ value: UInt32) -> Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The names that WordPress keeps: those of HTML 4, and `apos`.
    private static let known = Set(
        """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn acute micro para middot cedil ordm \
        raquo iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve \
        Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
        egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
        yacute thorn yuml quot amp lt gt apos OElig oelig Scaron scaron Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo \
        rsquo sbquo ldquo rdquo bdquo dagger Dagger permil lsaquo rsaquo euro fnof Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa \
        Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu \
        nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega thetasym upsih piv bull hellip prime Prime oline frasl weierp image \
        real trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus \
        lowast radic prop infin ang and or cap cup int sim cong asymp ne equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil \
        rceil lfloor rfloor lang rang loz spades clubs hearts diams sup1 sup2 sup3 frac14 frac12 frac34 there4
        """.split(separator: " ").map(String.init)
    )
}
