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

    var count: Int { starts.count }
    var isEmpty: Bool { starts.isEmpty }

    /// The innermost element's name as a tag, for messages.
    var innermost: String {
        guard let start = starts.last else { return "" }
        return "<" + String(decoding: names[start...].prefix(60), as: UTF8.self) + ">"
    }

    mutating func begin(_ name: ArraySlice<UInt8>) {
        starts.append(names.count)
        names.append(contentsOf: name)
    }

    mutating func endInnermost(into output: inout [UInt8]) {
        guard let start = starts.popLast() else { return }
        output.append(contentsOf: "</".utf8)
        output.append(contentsOf: names[start...])
        output.append(UInt8(ascii: ">"))
        names.removeSubrange(start...)
    }

    /// Ends the innermost element called `name` and whatever is open in it.
    mutating func end(_ name: ArraySlice<UInt8>, into output: inout [UInt8]) -> Match {
        if let start = starts.last, names[start...].elementsEqual(name) {
            endInnermost(into: &output)
            return .matched
        }
        let depth = deepest { $0.elementsEqual(name) } ?? deepest { $0.elementsEqual(name, by: Self.sameLetter) }
        guard let depth else { return .unknown }
        let others = starts.count - 1 - depth
        while starts.count > depth { endInnermost(into: &output) }
        return .closedOthers(others)
    }

    private static func sameLetter(_ one: UInt8, _ other: UInt8) -> Bool {
        one.asciiLowercased == other.asciiLowercased
    }

    private func deepest(_ matches: (ArraySlice<UInt8>) -> Bool) -> Int? {
        var end = names.count
        for depth in starts.indices.reversed() {
            if matches(names[starts[depth]..<end]) { return depth }
            end = starts[depth]
        }
        return nil
    }
}
