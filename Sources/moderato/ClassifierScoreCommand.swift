import ArgumentParser
import Comments
import JSON
import Spam

struct ClassifierScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Says of each comment how likely it is spam, and why: {\"id\",\"probability\",\"findings\"} a line.",
        discussion:
            "Learns nothing. Heuristics that need the past, such as copies of recent comments, have nothing to say here."
    )

    @OptionGroup var options: ClassifierOptions

    @Flag(help: "The classifier alone, without prior and heuristics.")
    var classifierOnly = false

    @Flag(help: "Adds \"telling\": the ten words and traits that told the classifier most.")
    var telling = false

    func validate() throws { try options.validate(fromLedger: false) }

    func run() throws {
        let filter = try options.openFilter()
        var scratch = SpamFilter.Scratch()
        try options.forEachLine { line in
            let analysis = filter.analyze(line.sample, scratch: &scratch)
            var json = JSONWriter()
            json.object { json in
                json.field("id", line.id)
                json.key("probability")
                json.raw("\(analysis.probability(classifierOnly: classifierOnly))")
                json.key("findings")
                json.array { json in
                    for finding in analysis.findings(classifierOnly: classifierOnly) { finding.write(to: &json) }
                }
                guard telling else { return }
                json.key("telling")
                json.array { json in
                    for telling in filter.mostTelling(line.sample) { telling.write(to: &json) }
                }
            }
            json.newline()
            Terminal.print(bytes: json.bytes)
        }
    }
}

extension Finding {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("symbol", symbol)
            json.key("weight")
            json.raw(Millionths.text(weight))
            json.field("note", note)
        }
    }
}

extension Telling {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("what", what)
            json.key("weight")
            json.raw(Millionths.text(weight))
        }
    }
}
