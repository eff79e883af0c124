import Glibc
import Text

/// Names of the tz database.
enum TimeZoneName {
    private static let database = "/usr/share/zoneinfo"

    /// Whether the system knows it; where the system has no database, every name of that form is taken.
    static func isKnown(_ name: String) -> Bool {
        if name == "UTC" { return true }
        guard name.utf8.first?.isASCIIAlphanumeric == true,
            name.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "/_+-".utf8.contains($0) })
        else { return false }
        var status = stat()
        guard access(database, F_OK) == 0 else { return true }
        return stat(database + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
