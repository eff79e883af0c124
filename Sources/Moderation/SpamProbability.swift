import Comments
import Glibc
import Settings

/// The logistic of a score.
struct SpamProbability {
    let value: Double

    /// - Parameter score: log-odds of spam in millionths.
    init(score: Int) { value = 1 / (1 + exp(-Double(score) / 1e6)) }

    /// With one place.
    var percent: String {
        let tenths = Int((value * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// A threshold of 1 is never reached.
    func exceeds(_ threshold: Double) -> Bool { threshold < 1 && value > threshold }

    func verdict(_ thresholds: Settings.Spam) -> Verdict {
        if exceeds(thresholds.discardAbove) || exceeds(thresholds.spamAbove) { return .spam }
        return exceeds(thresholds.holdAbove) ? .held : .approved
    }
}
