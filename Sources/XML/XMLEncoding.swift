/// How the bytes of a document stand for characters.
enum XMLEncoding: Equatable {
    /// UTF-8, in which bytes that are none are read as windows-1252; also for ASCII and for whatever isn't declared.
    case utf8
    /// Windows-1252, as ISO 8859-1 is read.
    case windows1252
    case utf16(bigEndian: Bool)
    case utf32(bigEndian: Bool)
    /// Any other encoding, under the name that iconv knows it by.
    case named(String)

    /// The encoding of a document by its byte order mark, its first bytes and its declaration, in this order (XML 1.0,
    /// appendix F), and how many bytes the byte order mark has.
    /// - Parameter head: the document's first kilobyte or all of it.
    static func detect(_ head: [UInt8]) -> (encoding: XMLEncoding, mark: Int) {
        let marks: [([UInt8], XMLEncoding)] = [
            ([0x00, 0x00, 0xFE, 0xFF], .utf32(bigEndian: true)), ([0xFF, 0xFE, 0x00, 0x00], .utf32(bigEndian: false)),
            ([0xFE, 0xFF], .utf16(bigEndian: true)), ([0xFF, 0xFE], .utf16(bigEndian: false)),
            ([0xEF, 0xBB, 0xBF], .utf8),
        ]
        for (mark, encoding) in marks where head.starts(with: mark) { return (encoding, mark.count) }
        let beginnings: [([UInt8], XMLEncoding)] = [
            ([0x00, 0x00, 0x00, 0x3C], .utf32(bigEndian: true)), ([0x3C, 0x00, 0x00, 0x00], .utf32(bigEndian: false)),
            ([0x00, 0x3C, 0x00], .utf16(bigEndian: true)), ([0x3C, 0x00], .utf16(bigEndian: false)),
        ]
        for (beginning, encoding) in beginnings where head.starts(with: beginning) { return (encoding, 0) }
        if head.starts(with: ebcdicDeclaration) { return (ebcdic(head), 0) }
        return (declared(head).map(encoding(named:)) ?? .utf8, 0)
    }

    private static let ebcdicDeclaration: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94]

    /// `<?xm` in EBCDIC: the declaration is read in code page 37, whose letters all of them share.
    private static func ebcdic(_ head: [UInt8]) -> XMLEncoding {
        guard let iconv = Iconv(from: "CP037") else { return .utf8 }
        var decoded: [UInt8] = []
        var errors = 0
        _ = iconv.convert(head, into: &decoded, errors: &errors)
        return .named(declared(decoded) ?? "CP037")
    }

    /// The value of `encoding` in an XML declaration.
    private static func declared(_ head: [UInt8]) -> String? {
        let start = head.firstIndex { $0 > 0x20 } ?? 0
        guard head[start...].starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        let declaration = String(decoding: head[start..<end], as: UTF8.self)
        guard let name = declaration.range(ofASCII: "encoding") else { return nil }
        let rest = declaration[name...].drop { $0 != "\"" && $0 != "'" }
        guard let quote = rest.first else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    private static func encoding(named declared: String) -> XMLEncoding {
        let name = declared.lowercased().replacing("_", with: "-")
        switch name {
        case "utf-8", "utf8", "u8", "us-ascii", "ascii", "ansi-x3.4-1968", "646", "": return .utf8
        case "iso-8859-1", "iso8859-1", "8859", "latin-1", "latin1", "l1", "cp819", "ibm819", "iso-ir-100",
            "windows-1252",
            "cp1252", "windows1252":
            return .windows1252
        // Readable as ASCII until here, so it can't be what it says.
        case "utf-16", "utf16", "u16", "utf-32", "utf32", "u32", "iso-10646-ucs-2", "iso-10646-ucs-4", "ucs-2", "ucs-4",
            "csucs4", "csunicode", "utf-16le", "utf-16be":
            return .utf8
        // Each in the superset that its writers use.
        case "gb2312", "gbk", "euc-cn", "x-gbk", "936", "cp936": return .named("GB18030")
        case "euc-kr", "ks-c-5601-1987", "ksc5601", "ks-c-5601", "cp949", "949": return .named("CP949")
        case "shift-jis", "sjis", "x-sjis", "shiftjis", "ms-kanji", "cp932", "932": return .named("CP932")
        case "macintosh", "x-mac-roman", "macroman", "mac-roman": return .named("MACINTOSH")
        case "iso-8859-9", "latin5", "l5": return .named("CP1254")
        case "ptcp154", "csptcp154", "cyrillic-asian": return .named("PT154")
        default: return .named(declared)
        }
    }
}

extension String {
    /// Where an ASCII word begins, whatever its case.
    fileprivate func range(ofASCII word: String) -> Index? {
        let haystack = lowercased()
        guard let found = haystack.firstRange(of: word) else { return nil }
        return index(
            startIndex,
            offsetBy: haystack.distance(from: haystack.startIndex, to: found.upperBound),
            limitedBy: endIndex
        )
    }
}
