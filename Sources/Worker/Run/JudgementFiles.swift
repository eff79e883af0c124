import Digests
import Glibc

/// The files that decide beside the settings: word lists, rules, their tests, the spam filter's lists.
struct JudgementFiles {
    /// Names them as they are, without reading them: other digits once one is changed.
    let digest: String

    init(_ open: OpenSite) throws {
        let (site, words) = (open.site, open.settings.words)
        var paths = [site.path(words.block), site.path(words.moderate)]
        for folder in [site.rules, site.rules + "/tests", site.spamRules] {
            paths += try DirectoryListing.names(in: folder).sorted().map { folder + "/" + $0 }
        }
        var hash = SHA256()
        hash.update(Version.text)
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            let (modified, changed) = (status.st_mtim, status.st_ctim)
            hash.update(
                "\n\(path) \(status.st_ino) \(status.st_size) \(modified.tv_sec).\(modified.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)"
            )
        }
        digest = hash.finish().hex(16)
    }
}
