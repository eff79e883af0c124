import Text

/// Language tags (BCP 47).
enum LanguageTag {
    /// Whether it has the form of one: subtags of 1 to 8 letters and digits, the first of letters.
    static func isWellFormed(_ tag: String) -> Bool {
        let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isASCIIAlphanumeric) }
            && subtags[0].allSatisfy(\.isASCIILetter)
    }
}
