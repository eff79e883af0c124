import JSON

extension Evaluation {
    /// The figures as a person reads them.
    public var text: String {
        """
        \(spam + ham) comments: \(spam) spam, \(ham) ham
          (1-ROCA)%               \(missedArea.fixed(3))
          accuracy at 0.5         \(accuracy.fixed(1)) %
          spam caught at 0.5 %    \(caught(losingAtMost: 0.005).fixed(1)) %
          spam caught at 1 %      \(caught(losingAtMost: 0.01).fixed(1)) %
          log loss                \(logLoss.fixed(3)) nats
          ham misclassified       \(hamMisclassified.fixed(1)) %
          spam misclassified      \(spamMisclassified.fixed(1)) %
        """
    }

    /// One JSON object; figures that need both classes are null without.
    public var json: [UInt8] {
        let figures = [
            ("1-ROCA%", missedArea), ("accuracy%", accuracy), ("caught%@0.5", caught(losingAtMost: 0.005)),
            ("caught%@1", caught(losingAtMost: 0.01)), ("logloss", logLoss), ("hm%", hamMisclassified),
            ("sm%", spamMisclassified),
        ]
        var json = JSONWriter()
        json.object { json in
            json.field("n", spam + ham)
            json.field("spam", spam)
            json.field("ham", ham)
            for (name, figure) in figures {
                json.key(named: name)
                if figure.isFinite { json.raw("\(figure)") } else { json.null() }
            }
        }
        json.newline()
        return json.bytes
    }
}
