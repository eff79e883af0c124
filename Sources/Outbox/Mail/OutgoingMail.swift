import Comments

/// A message for the Maildir.
public struct OutgoingMail: Sendable, Hashable {
    /// Its name in `new/`: the same for the same message, no other message's.
    public let fileName: String
    public let bytes: [UInt8]

    /// - Parameter part: tells messages of one number apart.
    init(_ message: MailMessage, number: Int64, part: Int? = nil, host: String) {
        let safeHost = host.map { $0 == "/" || $0 == ":" ? "_" : $0 }
        fileName = "\(message.date.seconds).N\(number)" + (part.map { "P\($0)" } ?? "") + "." + String(safeHost)
        bytes = message.bytes()
    }
}
