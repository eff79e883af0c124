import ArgumentParser
@preconcurrency import Glibc
import JSON
import Patterns
import Rules

struct RulesMatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Says which rules of a file match each comment of another; needs no site.",
        discussion: """
            A line in: {"id","body","author":{"name","approvedCount","ageDays","trusted","contributor","isPostAuthor"},\
            "post":{"title","url"},"isReply","flags","edited"}; a line out: {"id","matched","action","by"}, rules by the number \
            of their document. What is wrong with the rules goes to standard error; the others are tried all the same.
            """
    )

    @Argument(help: ArgumentHelp("A rule file.", valueName: "rules.yaml"))
    var rulesPath: String

    @Argument(help: ArgumentHelp("Comments, one JSON object a line; - is standard input.", valueName: "comments.jsonl"))
    var commentsPath: String

    func run() throws {
        let compiled = try CompiledRules([rulesPath])
        for diagnostic in compiled.rules.diagnostics where diagnostic.severity > .note {
            Terminal.error(diagnostic.description)
        }
        guard commentsPath == "-" || freopen(commentsPath, "r", stdin) != nil else {
            throw Failure.data("\(commentsPath): \(String(cString: strerror(errno)))")
        }
        var output = JSONWriter()
        var number = 0
        var unread = 0
        while let line = readLine() {
            number += 1
            if line.isEmpty { continue }
            do {
                let comment = MatchLine(try JSONValue(parsing: Array(line.utf8)))
                let hits = compiled.scanner.scan(compiled.rules.texts(of: comment.subject))
                comment.write(compiled.rules.evaluate(comment.subject, facts: comment.facts, hits: hits), to: &output)
            } catch {
                unread += 1
                Terminal.error("\(commentsPath):\(number): \(error)")
            }
            if output.bytes.count > 1 << 16 {
                Terminal.print(bytes: output.bytes)
                output = JSONWriter()
            }
        }
        Terminal.print(bytes: output.bytes)
        if unread > 0 { throw ExitCode(65) }
    }
}
