import Glibc
import Settings

/// Temporary files of runs that were killed.
struct Leftovers {
    private let site: Site

    init(_ site: Site) { self.site = site }

    /// Removes them; the caller holds the lock. In `State/` other processes may be writing: what is theirs stays.
    func remove() {
        remove(in: site.outbox + "/" + StagingArea.folder) { _ in true }
        remove(in: site.status) { $0.hasSuffix(Self.suffix) }
        remove(in: site.mail + "/tmp") { _ in true }
        remove(in: site.state) { $0.hasSuffix(Self.suffix) && !Self.hasLivingWriter($0) }
    }

    private static let suffix = ".tmp"

    private func remove(in folder: String, where isLeft: (String) -> Bool) {
        guard let names = try? DirectoryListing.names(in: folder) else { return }
        for name in names where isLeft(name) { unlink(folder + "/" + name) }
    }

    /// Whether the process that a name such as `model.4711.tmp` tells of is still there.
    private static func hasLivingWriter(_ name: String) -> Bool {
        let parts = name.split(separator: ".")
        guard parts.count > 1, let process = pid_t(parts[parts.count - 2]), process > 0 else { return false }
        return kill(process, 0) == 0 || errno == EPERM
    }
}
