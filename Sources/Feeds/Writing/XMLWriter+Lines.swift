import XML

extension XMLWriter {
    /// Writes an element that holds text alone, on a line of its own.
    mutating func line(_ name: StaticString, _ text: String) {
        element(name, text)
        newline()
    }

    /// Writes an empty element, on a line of its own.
    mutating func flag(_ name: StaticString) {
        start(name)
        end()
        newline()
    }
}
