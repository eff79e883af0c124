import ArgumentParser
import Settings
import Worker

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Lay out a site with commented defaults; nothing is overwritten."
    )

    @Argument(help: "The directory; made where absent.")
    var directory = "."

    func run() throws {
        let made = try Site.layOut(at: directory, files: StarterFiles.all)
        for path in made where path != "." { Terminal.print("made \(path)") }
        Terminal.print(made.isEmpty ? "\(directory) is a site already; nothing to do" : "\(directory) is a site now")
        Terminal.print(
            "Next: set site.url in \(Site(directory).settingsFile), drop comments into Inbox/, run 'moderato run'"
        )
    }
}
