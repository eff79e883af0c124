import Worker

/// A line on the terminal that tells what takes long, and how far it is; nothing where standard error is no terminal.
final class ProgressBar {
    private var isShown = false
    private let start = ContinuousClock.now

    /// Fewer patterns than this compile in a moment.
    private static let manyPatterns = 1000

    func show(compiling patterns: Int) {
        guard Terminal.errorIsTerminal, patterns >= Self.manyPatterns else { return }
        Terminal.hint("\rcompiling \(patterns) patterns …\u{1B}[K")
        isShown = true
    }

    func show(_ progress: DrainProgress) {
        guard Terminal.errorIsTerminal, progress.bytesTotal > 0 else { return }
        let elapsed = ContinuousClock.now - start
        guard elapsed > .milliseconds(500) else { return }
        let width = 30
        let share = min(1, Double(progress.bytesDone) / Double(progress.bytesTotal))
        let filled = Int(share * Double(width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = Int(Double(progress.comments) / seconds)
        Terminal.hint("\r\(bar) \(Int(share * 100)) %  \(progress.comments) comments, \(rate) a second\u{1B}[K")
        isShown = true
    }

    func clear() {
        guard isShown else { return }
        Terminal.hint("\r\u{1B}[K")
        isShown = false
    }
}
