import Glibc

enum Moderator {
    /// The name given, or the login name of whoever runs the command.
    static func name(_ given: String?) -> String {
        if let given, !given.isEmpty { return given }
        if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
        return "user \(getuid())"
    }
}
