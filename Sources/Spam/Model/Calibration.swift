/// Makes the members' sum a probability: sigmoid(slope z + offset).
struct Calibration: Sendable, Hashable {
    var slope = 1.0
    var offset = 0.0

    private static let rate = 0.02

    func logOdds(_ sum: Double) -> Double { slope * sum + offset }

    mutating func learn(_ sum: Double, isSpam: Bool) {
        let error = (isSpam ? 1 : 0) - Logarithm.sigmoid(logOdds(sum))
        slope = max(slope + Self.rate * error * min(max(sum, -6), 6), 0.2)
        offset += Self.rate * error
    }
}
