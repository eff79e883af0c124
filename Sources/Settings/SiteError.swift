import Glibc

/// Why a site's directory cannot be used.
public struct SiteError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Fault: Sendable, Equatable {
        /// What was tried, and `errno`.
        case system(String, Int32)
        /// The secret cannot be read; `errno`.
        case unreadableSecret(Int32)
        /// The secret can be read by others than its owner; its mode.
        case exposedSecret(mode: UInt32)
        case invalidSecret
    }

    public let path: String
    public let fault: Fault

    init(_ path: String, _ fault: Fault) {
        self.path = path
        self.fault = fault
    }

    static func system(_ path: String, _ doing: String) -> SiteError {
        SiteError(path, .system(doing, errno))
    }

    public var description: String {
        switch fault {
        case .system(let doing, let code):
            "\(path): cannot \(doing): \(String(cString: strerror(code)))"
        case .unreadableSecret(let code):
            "\(path): cannot read the site's secret: \(String(cString: strerror(code)))"
                + (code == EACCES ? "; run moderato as the user that owns the site" : "")
        case .exposedSecret(let mode):
            "\(path): others can read the site's secret (mode \(String(mode, radix: 8))); make it private with 'chmod 600', "
                + "and if somebody may have read it, delete it: new author tokens and keys are made"
        case .invalidSecret:
            "\(path): the site's secret is not 32 bytes long; bring it back from a backup"
        }
    }
}
