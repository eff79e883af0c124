import Comments
import Foundation
import Glibc
import Intake
import JSON
import Ledger

/// One comment from a handler, on its way into the inbox.
public struct Submission {
    /// What the handler knows of the connection; under CGI (RFC 3875) the environment says it.
    public struct Sender {
        public var ip: String?
        public var userAgent: String?
        public var referrer: String?
        /// Whether what is submitted comes from a visitor as it is, not from the owner's program.
        let isVisitor: Bool

        public init(ip: String?, userAgent: String?, referrer: String?) {
            let environment = ProcessInfo.processInfo.environment
            isVisitor = environment["GATEWAY_INTERFACE"] != nil
            self.ip = ip ?? (isVisitor ? environment["REMOTE_ADDR"] : nil)
            self.userAgent = userAgent ?? (isVisitor ? environment["HTTP_USER_AGENT"] : nil)
            self.referrer = referrer ?? (isVisitor ? environment["HTTP_REFERER"] : nil)
        }

        fileprivate subscript(field: ConnectionField) -> String? {
            switch field {
            case .ip: ip
            case .userAgent: userAgent
            case .referrer: referrer
            }
        }
    }

    let bytes: [UInt8]
    /// Of all that was sent; what lies beyond `limits.item` need not be in `bytes`.
    let size: Int
    let kind: DeliveryKind
    let sender: Sender

    /// - Parameter isForm: nil: told by the bytes.
    public init(_ bytes: [UInt8], size: Int, isForm: Bool?, sender: Sender) {
        self.bytes = bytes
        self.size = size
        self.sender = sender
        kind = isForm.map { $0 ? .form : .json } ?? (DeliveryKind(firstBytes: bytes) == .form ? .form : .json)
    }

    /// As it is dropped: one JSON object on a line, with what the handler knows in place of what the submission says. What is no
    /// object is dropped as it is.
    var delivery: [UInt8] {
        if kind == .form {
            return VisitorForm.json(bytes, ip: sender.ip, userAgent: sender.userAgent, referrer: sender.referrer)
                ?? bytes
        }
        guard case .object(var members)? = try? JSONValue(parsing: bytes) else { return bytes }
        if sender.isVisitor { members.removeAll { OwnersField.contains($0.key) } }
        for field in ConnectionField.allCases {
            guard let value = sender[field] else { continue }
            let names = field.spellings
            members.removeAll { names.contains($0.key) }
            members.append(JSONValue.Member(names[0], .string(value)))
        }
        var json = JSONWriter()
        json.value(.object(members))
        return json.bytes
    }
}

/// What became of a submission.
public struct SubmitOutcome {
    public let isAccepted: Bool
    /// JSON for standard output: the problems, or the row where it was waited for.
    public let output: [UInt8]
}

extension OpenSite {
    /// Validates a submission and drops it into the inbox, whole or not at all.
    /// - Parameter waiting: whether to wait until it is judged; where nobody works the site, it is judged here.
    public func submit(_ submission: Submission, waiting: Bool) async throws -> SubmitOutcome {
        let decoder = SubmissionDecoder(settings: settings, keys: keys)
        guard submission.size <= settings.limits.item else {
            return SubmitOutcome(isAccepted: false, output: Self.json([decoder.tooLarge(bytes: submission.size)]))
        }
        let problems = decoder.validate(submission.bytes, kind: submission.kind, now: Clock.now())
        guard problems.isEmpty else { return SubmitOutcome(isAccepted: false, output: Self.json(problems)) }
        let name = try drop(submission.delivery)
        guard waiting else { return SubmitOutcome(isAccepted: true, output: []) }
        for _ in 0..<600 {
            do {
                _ = try await Worker(site).run()
            } catch WorkerError.busy {
                try await Task.sleep(for: .milliseconds(100))
            }
            if let comment = try ledger.comments(delivery: name).first {
                return SubmitOutcome(
                    isAccepted: comment.decision.verdict != .rejected,
                    output: CommentRow(comment).json(isPrivate: false)
                )
            }
        }
        return SubmitOutcome(isAccepted: true, output: [])
    }

    private func drop(_ bytes: [UInt8]) throws -> String {
        let name = "\(Clock.now().milliseconds)-\(String(UInt64.random(in: .min ... .max), radix: 36)).json"
        let temporary = "\(site.inbox)/.\(name).tmp"
        let file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard file >= 0 else { throw WorkerError.notTaken(inbox: site.inbox, code: errno) }
        defer { close(file) }
        do {
            try FileBytes.write(bytes + [0x0A], to: file, path: temporary)
            guard fsync(file) == 0, rename(temporary, "\(site.inbox)/\(name)") == 0 else {
                throw OutboxError(temporary)
            }
        } catch let error as OutboxError {
            unlink(temporary)
            throw WorkerError.notTaken(inbox: site.inbox, code: error.code)
        }
        return name
    }

    private static func json(_ problems: [Problem]) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in for problem in problems { json.problem(problem) } }
        json.newline()
        return json.bytes
    }
}
