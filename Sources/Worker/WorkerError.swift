import Glibc

/// Why a site cannot be worked.
public enum WorkerError: Error, Sendable, CustomStringConvertible {
    /// Another process works the site.
    case busy(site: String, holder: Int?)
    case unusable(path: String, code: Int32)
    /// A submission could not be put into the inbox.
    case notTaken(inbox: String, code: Int32)
    case noSite(String)

    public var description: String {
        switch self {
        case .busy(let site, let holder):
            "\(site) is being worked by process \(holder.map(String.init) ?? "unknown"); try again when it is done"
        case .unusable(let path, let code):
            "\(path): \(String(cString: strerror(code)))"
                + (code == EACCES ? "; run moderato as the user that owns the site, or mend the permissions" : "")
        case .notTaken(let inbox, let code):
            "\(inbox): \(String(cString: strerror(code))); the comment was not taken: send it again once there is space and permission"
        case .noSite(let root): "\(root) is no site: it has no Inbox/; 'moderato init \(root)' lays one out"
        }
    }
}
