import Glibc

/// A ROC curve as an SVG of 720 by 560 points: spam caught against good comments lost, with thresholds on it.
public struct RocPlot: Sendable {
    /// A threshold to mark, and how the legend calls it.
    public struct Mark: Sendable {
        public let threshold: Double
        public let name: String

        public init(_ threshold: Double, _ name: String) {
            self.threshold = threshold
            self.name = name
        }
    }

    private let evaluation: Evaluation
    private let title: String
    private let marks: [Mark]

    public init(_ evaluation: Evaluation, title: String, marks: [Mark]) {
        self.evaluation = evaluation
        self.title = title
        self.marks = marks
    }

    public var svg: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="720" height="560" viewBox="0 0 720 560" role="img" \
        font-family="system-ui, sans-serif" font-size="13" fill="#222">
        <title>\(Self.escaped(title))</title>
        <rect width="720" height="560" fill="#fff"/>
        <text x="80" y="34" font-size="18" font-weight="600">\(Self.escaped(title))</text>
        <text x="80" y="54" fill="#555">\(subtitle)</text>
        \(grid)
        <path d="\(path)" fill="none" stroke="#1558b0" stroke-width="2.5" stroke-linejoin="round"/>
        \(markers)
        </svg>

        """
    }

    private var subtitle: String {
        "\(evaluation.spam + evaluation.ham) comments, \(evaluation.spam) spam, \(evaluation.ham) good; "
            + "area above the curve \(Self.number(evaluation.missedArea, places: 2)) %"
    }

    // MARK: Scales

    /// Good comments lost stand on a scale of cube roots, which gives room to the small shares that matter.
    private static func x(_ hamLost: Double) -> Double { 80 + 600 * cbrt(hamLost) }
    private static func y(_ spamCaught: Double) -> Double { 480 - 400 * spamCaught }

    private var grid: String {
        let columns = [0, 0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1].map { share in
            let x = Self.number(Self.x(share))
            return """
                <path d="M\(x) 80V480" stroke="#e4e4e4"/>\
                <text x="\(x)" y="500" text-anchor="middle">\(Self.percent(share))</text>
                """
        }
        let rows = stride(from: 0, through: 1, by: 0.2).map { share in
            let y = Self.y(share)
            return """
                <path d="M80 \(Self.number(y))H680" stroke="#e4e4e4"/>\
                <text x="72" y="\(Self.number(y + 4))" text-anchor="end">\(Self.percent(share))</text>
                """
        }
        let axes = """
            <path d="M80 80V480H680" fill="none" stroke="#444"/>
            <text x="380" y="530" text-anchor="middle">good comments lost (scale of cube roots)</text>
            <text transform="translate(24 280) rotate(-90)" text-anchor="middle">spam caught</text>
            """
        return (columns + rows + [axes]).joined(separator: "\n")
    }

    private var path: String {
        var path = "M\(Self.number(Self.x(0))) \(Self.number(Self.y(0)))"
        var last = (0.0, 0.0)
        for point in evaluation.curve where (point.hamLost, point.spamCaught) != last {
            // A step that loses no ham is straight on any scale; others are drawn in pieces where the scale bends them.
            let steps = point.spamCaught == last.1 || point.hamLost == last.0 ? 1 : 8
            for step in 1...steps {
                let share = Double(step) / Double(steps)
                let lost = last.0 + share * (point.hamLost - last.0)
                let caught = last.1 + share * (point.spamCaught - last.1)
                path += "L\(Self.number(Self.x(lost))) \(Self.number(Self.y(caught)))"
            }
            last = (point.hamLost, point.spamCaught)
        }
        return path
    }

    // MARK: Thresholds

    private var markers: String {
        let colours = ["#c2410c", "#15803d", "#7e22ce", "#0e7490"]
        return marks.enumerated().map { index, mark in
            let colour = colours[index % colours.count]
            let point = evaluation.curve.last { $0.threshold > mark.threshold }
            let lost = point?.hamLost ?? 0
            let caught = point?.spamCaught ?? 0
            let row = 460 - 22 * (marks.count - 1 - index)
            let legend =
                "\(mark.name) \(mark.threshold): catches \(Self.percent(caught)), loses \(Self.percent(lost))"
            return """
                <circle cx="\(Self.number(Self.x(lost)))" cy="\(Self.number(Self.y(caught)))" r="6" fill="\(colour)" \
                stroke="#fff" stroke-width="1.5"/>
                <circle cx="306" cy="\(row - 4)" r="5" fill="\(colour)"/>\
                <text x="318" y="\(row)">\(Self.escaped(legend))</text>
                """
        }.joined(separator: "\n")
    }

    // MARK: Text

    private static func percent(_ share: Double) -> String {
        let text = number(100 * share, places: 1)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
    }

    private static func number(_ value: Double, places: Int = 1) -> String { value.fixed(places) }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
    }
}
