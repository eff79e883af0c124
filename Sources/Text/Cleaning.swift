extension Unicode.Scalar {
    /// A C0 or C1 control or DEL, other than newline and tab.
    @inlinable public var isStrippedControl: Bool {
        (value < 0x20 && value != 0x09 && value != 0x0A) || (value >= 0x7F && value < 0xA0)
    }

    /// White space, a format character, or another that shows nothing: text made of these alone is blank.
    public var isInvisible: Bool {
        switch value {
        case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F,
            0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800, 0x3000, 0x3164, 0xFE00...0xFE0F, 0xFEFF,
            0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF, 0x1680:
            true
        default:
            false
        }
    }
}

extension String {
    /// The text in NFC, with carriage returns read as line ends and control characters other than newline and tab removed.
    public var cleaned: String {
        let traits = ByteTraits(self)
        if traits.contains(.control) { return withoutControls.nfc }
        return traits.contains(.composable) ? nfc : self
    }

    private var withoutControls: String {
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            if scalar == "\r" {
                scalars.append("\n")
            } else if !(scalar == "\n" && afterReturn), !scalar.isStrippedControl {
                scalars.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(scalars)
    }

    /// Whether nothing in the text can be seen: white space, no-break, zero-width and format characters only.
    public var isBlank: Bool { unicodeScalars.allSatisfy(\.isInvisible) }

    /// The text without white space (Unicode's `White_Space`) at its ends.
    public var trimmed: String {
        if let first = utf8.first, let last = utf8.last, first &- 0x21 < 0x5E, last &- 0x21 < 0x5E { return self }
        let view = unicodeScalars
        guard let first = view.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = view.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(view[first...last])
    }

    /// One line: trimmed, every run of white space a single space.
    public var joinedSpaces: String {
        isOneTidyLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether every space stands alone between others and all else is surely neither white space nor a control nor a mark on a space.
    private var isOneTidyLine: Bool {
        let isTidy = utf8.withContiguousStorageIfAvailable { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var previous: UInt8 = 0x20
            var index = 0
            while index < bytes.count {
                if index + 8 <= bytes.count {
                    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                    let spaces = word.marks(of: 0x20)
                    if word.firstUnprintableMark == 0, spaces & (spaces << 8 | (previous == 0x20 ? 0x80 : 0)) == 0 {
                        previous = bytes[index + 7]
                        index += 8
                        continue
                    }
                }
                guard bytes[index].isOfTidyLine, bytes[index] != 0x20 || previous != 0x20 else { return false }
                previous = bytes[index]
                index += 1
            }
            return previous != 0x20 || bytes.isEmpty
        }
        return isTidy ?? false
    }

    /// At most `limit` characters, with an ellipsis where some were left out; for naming a value in a message.
    public func shortened(to limit: Int = 60) -> String {
        let head = prefix(limit)
        return head.endIndex == endIndex ? self : head + "…"
    }
}

extension String {
    /// The text without space, tab, line feed, carriage return, vertical tab and NUL at its ends, as WordPress trims.
    public var trimmedOfASCIISpace: String {
        if let first = utf8.first, let last = utf8.last, first > 0x20, last > 0x20 { return self }
        var bytes = Substring(self).utf8
        while let first = bytes.first, first.isASCIISpace || first == 0 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last.isASCIISpace || last == 0 { bytes = bytes.dropLast() }
        return String(Substring(bytes))
    }
}

extension UInt8 {
    /// Printable ASCII, or part of a scalar from U+00C0 to U+02FF, U+0380 to U+047F, U+4000 to U+9FFF: letters and signs.
    fileprivate var isOfTidyLine: Bool {
        switch self {
        case 0x20...0x7E, 0x80...0xBF, 0xC3...0xCB, 0xCE...0xD1, 0xE4...0xE9: true
        default: false
        }
    }
}
