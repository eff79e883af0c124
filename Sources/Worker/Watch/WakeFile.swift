import Glibc
import Settings

/// `State/wake`: whoever writes to it tells the process that works the site to look.
enum WakeFile {
    static func path(_ site: Site) -> String { site.state + "/wake" }

    static func touch(_ site: Site) {
        let descriptor = open(path(site), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }
}
