/// Why a text names no thread.
public enum ThreadAddressError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    case tooLong(bytes: Int)
    /// A scheme other than http and https.
    case otherScheme
    /// A user name before the host.
    case userInfo
    case invalidHost
    /// A space, a control character, or another that no address has.
    case invalidCharacter

    /// What is wrong and the remedy, to follow the value.
    public var description: String {
        switch self {
        case .empty: "is empty; send the post's address or its path on the site"
        case .tooLong(let bytes): "has \(bytes) bytes; at most \(ThreadAddress.maximumLength) are allowed"
        case .otherScheme: "is no web address; send one with http or https, or the post's path on the site"
        case .userInfo: "has a user name before its host; leave that out"
        case .invalidHost: "has no valid host name or port; send the address as the browser shows it"
        case .invalidCharacter: "has a space or another character that no address has; percent-encode it"
        }
    }
}
