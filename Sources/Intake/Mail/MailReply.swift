import Comments
import Text

/// What a moderator's answer to a notice asks for: its first word, and the command line of the notice that is in it.
///
/// The line may stand first, or be quoted below the word with whatever marks and line ends a mail program has put into it.
struct MailReply {
    enum Fault: Error {
        case noText
        case noCommand(action: String)
        /// The notice is of several comments, and the answer doesn't say which one it means.
        case severalComments(action: String)
    }

    let action: String
    let comment: String
    let token: String

    /// - Parameter text: of the message; only its first 64 KiB are looked at.
    init(_ text: String) throws(Fault) {
        let words = Self.words(text)
        guard let first = words.first else { throw .noText }
        let action = first.asciiLowercased.trimmingSuffix { ".,!:".contains($0) }
        var commands: Set<[String]> = []
        for index in words.indices.dropLast(2) where words[index].asciiLowercased == action {
            guard CommentID(words[index + 1]) != nil, ActionToken(words[index + 2]) != nil else { continue }
            commands.insert([words[index + 1], words[index + 2]])
            if index == 0 { break }
        }
        guard let command = commands.first else { throw .noCommand(action: action) }
        guard commands.count == 1 else { throw .severalComments(action: action) }
        self.action = action
        comment = command[0]
        token = command[1]
    }

    /// The words without the marks of quotation at the start of lines.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        for line in text.utf8.prefix(64 << 10).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let said = line.drop { $0 == UInt8(ascii: ">") || $0 <= 0x20 }
            words += said.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
        }
        return words
    }
}

extension String {
    fileprivate func trimmingSuffix(while isGone: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isGone(last) { rest.removeLast() }
        return String(rest)
    }
}
