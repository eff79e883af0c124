import Glibc
import Moderation

extension OpenSite {
    /// The site's word lists and rules as they are now.
    /// - Parameter directory: rules other than the site's.
    /// - Throws: `OutboxError` of a word list, `RuleBookError.unreadable`.
    func ruleSources(_ directory: String? = nil) throws -> RuleSources {
        try RuleSources(
            block: try FileBytes.read(site.path(settings.words.block)) ?? [],
            moderate: try FileBytes.read(site.path(settings.words.moderate)) ?? [],
            directory: directory ?? site.rules
        )
    }

    var ruleCache: RuleCache { RuleCache(directory: site.state, program: Self.build) }

    /// Tells this build of the program from others, also from those of the same version.
    private static let build: String = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return Version.text }
        return "\(Version.text) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }()
}
