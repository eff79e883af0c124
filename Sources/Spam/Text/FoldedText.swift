import Text

/// A text as the classifier compares it: invisible characters off, folded (`CharacterFold`), white space joined, no character
/// more than three times in a row.
struct FoldedText {
    /// How many bytes a folded text may have; what follows is not read.
    static let limit = 1 << 16

    /// UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var traits = TextTraits()

    /// - Parameters:
    ///   - text: UTF-8 that ends between two scalars.
    ///   - isPadded: whether a space is put before and after the text.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, isPadded: Bool) {
        var folding = Folding(text)
        let most = text.isASCII ? text.count : text.count * CharacterFold.largestGrowth
        let capacity = min(most, Self.limit) + Folding.room
        bytes.removeAll(keepingCapacity: true)
        bytes.append(addingCapacity: capacity) { output in
            output.withUnsafeMutableBufferPointer { output, count in
                count = folding.fold(into: output, isPadded: isPadded)
            }
        }
        traits = folding.traits
    }
}
