/// The version of this program (semver.org).
public enum Version {
    public static let text = "0.1.0"
}
