import ArgumentParser
import Comments
import Ledger
import Settings
import Worker

/// Which site a command works on.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's directory.", valueName: "dir"))
    var site = "."

    func open() throws -> OpenSite { try OpenSite(Site(site)) }
}

/// A comment's id as somebody typed it; what is no id is one that no comment has.
struct TypedID: ExpressibleByArgument {
    private let text: String

    init(argument: String) { text = argument }

    var id: CommentID {
        get throws {
            guard let id = CommentID(text) else { throw LedgerError.unknownComment(text) }
            return id
        }
    }
}

extension Verdict: ExpressibleByArgument {}

/// A moment as RFC 3339 or a date, which means its first second in UTC.
struct Moment: ExpressibleByArgument {
    let time: Timestamp

    init?(argument: String) {
        guard let time = Timestamp(rfc3339: argument) ?? Timestamp(rfc3339: argument + "T00:00:00Z") else { return nil }
        self.time = time
    }
}
