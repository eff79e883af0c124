import Glibc
import Moderation
import Settings

extension OpenSite {
    /// The site's word lists and rules as they are now.
    /// - Parameter directory: rules other than the site's.
    /// - Throws: `OutboxError` of a word list, `RuleBookError`.
    func ruleSources(_ directory: String? = nil) throws -> RuleSources {
        try RuleSources(
            block: try wordList("words.block", \.block),
            moderate: try wordList("words.moderate", \.moderate),
            directory: directory ?? site.rules
        )
    }

    /// Only the usual list may be missing: one that the settings name is meant to be there.
    private func wordList(_ setting: String, _ list: KeyPath<Settings.Words, String>) throws -> [UInt8] {
        let path = settings.words[keyPath: list]
        if let bytes = try FileBytes.read(site.path(path)) { return bytes }
        guard path == Settings().words[keyPath: list] else {
            throw RuleBookError.missingList(setting: setting, path: path)
        }
        return []
    }

    var ruleCache: RuleCache { RuleCache(directory: site.state, program: Self.build) }

    /// Tells this build of the program from others, also from those of the same version.
    private static let build: String = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return Version.text }
        return "\(Version.text) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }()
}
