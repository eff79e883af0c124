import Comments
import JSON
import Text

/// The problems that intake finds, in words. None quotes an e-mail or IP address, user agent or token.
enum SubmissionProblem {
    static func code(of error: JSONError) -> Problem.Code {
        switch error.fault {
        case .tooDeep: .tooDeep
        case .invalidUTF8, .loneSurrogate: .invalidEncoding
        case .unexpectedByte(let byte) where byte >= 0x80: .invalidEncoding
        default: .invalidJSON
        }
    }

    /// An item that is no JSON, nests too deep, or is not UTF-8.
    static func json(_ error: JSONError) -> Problem {
        Problem(code(of: error), field: "", message: "The item is not JSON that can be read: \(reason(error)).")
    }

    /// What is wrong and, where a limit or the encoding is, what to do.
    static func reason(_ error: JSONError) -> String {
        switch error.fault {
        case .tooDeep: "\(error); nest it less, or raise limits.depth"
        case .unexpectedByte(let byte) where byte >= 0x80: "\(error); save it as UTF-8"
        default: "\(error)"
        }
    }

    static func notAnObject(_ kind: JSONReader.Kind) -> Problem {
        Problem(
            .notAnObject,
            field: "",
            message: "The item is JSON (\(kind)), but no object; send {\"thread\": …, \"name\": …, \"body\": …}."
        )
    }

    static func tooLarge(bytes: Int, limit: Int) -> Problem {
        Problem(
            .tooLarge,
            field: "",
            message: "The item has \(bytes) bytes; at most \(limit) are allowed: shorten it, or raise limits.item."
        )
    }

    static func duplicateKey(_ key: String) -> Problem {
        Problem(
            .duplicateKey,
            field: quotable(key) == nil ? "" : key.shortened(),
            message: "The object has the key \(quoted(key))twice; keep one."
        )
    }

    static func encoding(_ field: String, _ reason: String) -> Problem {
        Problem(.invalidEncoding, field: field, message: "The \(words(field)) is no text that can be read: \(reason).")
    }

    static func wrongType(_ field: String, _ value: FieldValue) -> Problem {
        let shown = if case .number(let number) = value, !isPrivate(field) { ", \(number.shortened())" } else { "" }
        return Problem(
            .wrongType,
            field: field,
            message:
                "The \(words(field)) is \(value.kindInWords)\(shown); a text is expected: put it in quotes, or leave it out."
        )
    }

    static func missing(_ code: Problem.Code, _ field: String, _ remedy: String) -> Problem {
        Problem(code, field: field, message: "The \(words(field)) is missing or blank; \(remedy).")
    }

    static func tooLong(_ code: Problem.Code, _ field: String, _ value: String, limit: Int) -> Problem {
        let name = isPrivate(field) ? "" : quoted(value)
        return Problem(
            code,
            field: field,
            message:
                "The \(words(field)) \(name)has \(value.utf8.count) bytes; at most \(limit) are allowed: shorten it."
        )
    }

    static func thread(_ value: String, _ error: ThreadAddressError) -> Problem {
        Problem(
            .invalidThread,
            field: "thread",
            message: "The thread \(error == .userInfo ? "" : quoted(value))\(error)."
        )
    }

    static func date(_ value: String) -> Problem {
        Problem(
            .invalidDate,
            field: "submittedAt",
            message: "The time \(quoted(value))is not RFC 3339; write it as 2026-03-01T09:30:00Z, or leave it out."
        )
    }

    static let email = Problem(
        .requireValidEmail,
        field: "email",
        message: "The e-mail address is not valid; write it as name@example.org."
    )

    private static func isPrivate(_ field: String) -> Bool {
        ["email", "ip", "userAgent", "authorToken"].contains(field)
    }

    private static func words(_ field: String) -> String {
        switch field {
        case "email": "e-mail address"
        case "ip": "IP address"
        case "userAgent": "user agent"
        case "authorToken": "author token"
        case "submittedAt": "time of submission"
        case "website": "website address"
        case "id": "sender's id"
        default: field
        }
    }

    /// A value in quotes with a space after it; nothing where it might hold somebody's address.
    private static func quoted(_ value: String) -> String {
        quotable(value).map { "'\($0)' " } ?? ""
    }

    private static func quotable(_ value: String) -> String? {
        let head = value.prefix(80).cleaned.joinedSpaces.shortened()
        return head.contains("@") || head.isEmpty ? nil : head
    }
}

extension Substring {
    fileprivate var cleaned: String { String(self).cleaned }
}
