import Comments

/// Small charts as inline SVG, each with a text that says the same to those who don't see it. The page's style gives the colours.
enum Chart {
    struct Share {
        /// Also the class of its part.
        var name: String
        var value: Int
    }

    /// One bar divided in proportion.
    static func shares(_ shares: [Share], label: String) -> String {
        let total = shares.reduce(0) { $0 + max(0, $1.value) }
        var bars = ""
        var x = 0.0
        for share in shares where share.value > 0 && total > 0 {
            let width = 600 * Double(share.value) / Double(total)
            bars +=
                "<rect x=\"\(number(x))\" width=\"\(number(max(width, 1)))\" height=\"28\" class=\"\(share.name)\"><title>"
                + HTMLText.escaped("\(share.name): \(share.value)") + "</title></rect>"
            x += width
        }
        return svg(width: 600, height: 28, label: label, "<rect width=\"600\" height=\"28\" class=\"none\"/>" + bars)
    }

    /// Columns side by side, the highest as high as the chart.
    static func columns(_ values: [Int], label: String, titles: (Int) -> String) -> String {
        let highest = max(values.max() ?? 0, 1)
        let step = 600 / Double(max(values.count, 1))
        var columns = ""
        for (index, value) in values.enumerated() {
            let height = 96 * Double(max(0, value)) / Double(highest)
            columns +=
                "<rect x=\"\(number(Double(index) * step + 1))\" y=\"\(number(100 - height))\" width=\"\(number(step - 2))\" "
                + "height=\"\(number(height))\" class=\"bar\"><title>" + HTMLText.escaped(titles(index))
                + "</title></rect>"
        }
        return svg(width: 600, height: 101, label: label, columns + "<path d=\"M0 100.5h600\" class=\"axis\"/>")
    }

    private static func svg(width: Int, height: Int, label: String, _ content: String) -> String {
        "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\" "
            + "preserveAspectRatio=\"none\">\(content)</svg>\n"
    }

    /// Two decimals at most.
    private static func number(_ value: Double) -> String { Millionths.text(Int((value * 100).rounded()) * 10000) }
}
