import Glibc

/// Tells systemd how the service is (sd_notify(3)): a datagram to the socket that `NOTIFY_SOCKET` names. Does nothing elsewhere.
public struct ServiceNotifier: Sendable {
    private let path: String?

    public init() { path = getenv("NOTIFY_SOCKET").map { String(cString: $0) } }

    /// - Parameter state: such as `READY=1`, `STOPPING=1`, `STATUS=…`; lines joined by newlines.
    public func notify(_ state: String) {
        guard let path, !path.isEmpty, path.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else {
            return
        }
        let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        if name[0] == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let message = Array(state.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(socket, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
