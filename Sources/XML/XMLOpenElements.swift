@preconcurrency import Glibc
import Text

/// The names of the elements that are open, innermost last, in one buffer.
struct XMLOpenElements {
    enum Match: Equatable {
        case matched
        /// The end tag ends an outer element: that many inner ones were ended before it.
        case closedOthers(Int)
        /// No open element has this name.
        case unknown
    }

    private var names: [UInt8] = []
    private var starts: [Int] = []
    /// How many starts and ends of elements there were so far.
    private(set) var tags = 0

    var count: Int { starts.count }
    var isEmpty: Bool { starts.isEmpty }

    /// The innermost element's name as a tag, for messages.
    var innermost: String {
        guard let start = starts.last else { return "" }
        return "<" + String(decoding: names[start...].prefix(60), as: UTF8.self) + ">"
    }

    /// An element begins whose name stands in `source` at `name`, and ends at once if it is empty.
    mutating func begin(_ source: [UInt8], _ name: Range<Int>, isEmpty: Bool = false) {
        tags += isEmpty ? 2 : 1
        if isEmpty { return }
        starts.append(names.count)
        names.append(source, name)
    }

    /// Ends the innermost element by a tag that the document hasn't.
    mutating func endInnermost(into output: inout [UInt8]) {
        guard let start = starts.popLast() else { return }
        tags += 1
        output.append("</")
        output.append(names, start..<names.count)
        output.append(UInt8(ascii: ">"))
        names.removeLast(names.count - start)
    }

    /// Ends the innermost element of this name and whatever is open in it; only what matches is left to be written.
    mutating func end(_ source: [UInt8], _ name: Range<Int>, into output: inout [UInt8]) -> Match {
        if let start = starts.last, isNamed(start..<names.count, as: source, name) {
            starts.removeLast()
            tags += 1
            names.removeLast(names.count - start)
            return .matched
        }
        let depth =
            innermost(length: name.count) { isNamed($0, as: source, name) }
            ?? innermost(length: name.count) { names[$0].elementsEqual(source[name], by: Self.sameLetter) }
        guard let depth else { return .unknown }
        let others = starts.count - 1 - depth
        while starts.count > depth { endInnermost(into: &output) }
        return .closedOthers(others)
    }

    private func isNamed(_ own: Range<Int>, as source: [UInt8], _ name: Range<Int>) -> Bool {
        guard own.count == name.count else { return false }
        return names.withUnsafeBytes { names in
            source.withUnsafeBytes { source in
                guard let own = names[own].rebased.baseAddress, let other = source[name].rebased.baseAddress else {
                    return name.isEmpty
                }
                return memcmp(own, other, name.count) == 0
            }
        }
    }

    private static func sameLetter(_ one: UInt8, _ other: UInt8) -> Bool {
        one.asciiLowercased == other.asciiLowercased
    }

    /// The innermost element with a name of `length` bytes that `matches` what it is given: where the name stands.
    private func innermost(length: Int, _ matches: (Range<Int>) -> Bool) -> Int? {
        var end = names.count
        for depth in starts.indices.reversed() {
            if end - starts[depth] == length, matches(starts[depth]..<end) { return depth }
            end = starts[depth]
        }
        return nil
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate var rebased: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self) }
}
