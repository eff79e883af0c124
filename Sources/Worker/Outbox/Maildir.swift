import Glibc
import Outbox

/// A Maildir that messages are delivered into (maildir(5)): written in `tmp`, synced, renamed into `new`. A message that is in `new`
/// or `cur` already is not delivered again.
struct Maildir {
    private let root: String

    init(_ root: String) { self.root = root }

    func deliver(_ mail: OutgoingMail) throws {
        guard !isThere(mail.fileName) else { return }
        let temporary = "\(root)/tmp/\(mail.fileName)"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw OutboxError(temporary) }
        defer { close(file) }
        do {
            try FileBytes.write(mail.bytes, to: file, path: temporary)
            guard fsync(file) == 0 else { throw OutboxError(temporary) }
            let target = "\(root)/new/\(mail.fileName)"
            guard rename(temporary, target) == 0 else { throw OutboxError(target) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private func isThere(_ name: String) -> Bool {
        if access("\(root)/new/\(name)", F_OK) == 0 { return true }
        let seen = (try? DirectoryListing.names(in: root + "/cur")) ?? []
        return seen.contains { $0 == name || $0.hasPrefix(name + ":") }
    }
}
