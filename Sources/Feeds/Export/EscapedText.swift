import XML

/// Text for readers that decode HTML's references once more than XML asks for.
extension String {
    /// As WordPress keeps names: it escapes them when they come and shows them as they are.
    var escapedOnce: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// As it is, unless decoding would change it.
    var escapedWhereNeeded: String { HTMLText.decoded(self) == self ? self : escapedOnce }
}
