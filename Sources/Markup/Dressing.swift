struct Dressing: Sendable {
    func append(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) { html.appendEscaped(text) }
}
