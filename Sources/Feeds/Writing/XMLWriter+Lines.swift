import XML

extension XMLWriter {
    /// Writes an empty element, on a line of its own.
    mutating func flag(_ name: StaticString) {
        start(name)
        endLine()
    }
}
