/// Makes the members' sum a probability: sigmoid(slope z + offset).
struct Calibration: Sendable, Hashable {
    var slope = 1.0
    var offset = 0.0

    /// For one comment after the other.
    static let rate = 0.02
    /// For comments that are learnt together, of which there are rarely enough for the slower one.
    static let rateTogether = 0.03

    func logOdds(_ sum: Double) -> Double { slope * sum + offset }

    mutating func learn(_ sum: Double, isSpam: Bool, rate: Double) {
        let error = (isSpam ? 1 : 0) - Logarithm.sigmoid(logOdds(sum))
        slope = max(slope + rate * error * min(max(sum, -6), 6), 0.2)
        offset += rate * error
    }
}
