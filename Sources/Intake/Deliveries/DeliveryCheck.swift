import Comments
import JSON
import Settings
import Text

/// Finds out whether a delivery as a whole can be decoded.
struct DeliveryCheck {
    let bytes: DeliveryBytes
    /// The first kibibytes.
    let start: [UInt8]
    let kind: DeliveryKind
    let limits: Settings.Limits

    /// - Returns: whether it is a JSON array, whose elements are submissions.
    /// - Throws: `Undecodable`, `IntakeError`.
    func isArray() throws -> Bool {
        guard bytes.size > 0 else {
            throw Undecodable(
                .undecodable,
                "The file is empty; write it under a name that ends in .tmp and rename it when done."
            )
        }
        guard kind != .ndjson else { return try checkLines() }
        guard bytes.size <= limits.delivery else {
            throw tooLarge("The file", limit: limits.delivery, remedy: "drop it as NDJSON, which is read line by line")
        }
        switch kind {
        case .json: return try checkJSON()
        case .form: try checkForm()
        case .mail: try checkMail()
        case .feed, .ndjson: break
        }
        return false
    }

    private func tooLarge(_ what: String, limit: Int, remedy: String) -> Undecodable {
        Undecodable(.tooLarge, "\(what) has \(bytes.size) bytes; at most \(limit) are allowed: \(remedy).")
    }

    private func checkLines() throws -> Bool {
        var lines = LineSplitter(bytes, from: 0, itemLimit: limits.item)
        guard try lines.next() != nil else {
            throw Undecodable(.undecodable, "The file holds blank lines only; write one JSON object on each line.")
        }
        return false
    }

    private func checkMail() throws {
        guard bytes.size <= limits.item else { throw tooLarge("The message", limit: limits.item, remedy: "send less") }
        let header = MailHeader.read(try bytes.read(at: 0, count: bytes.size)[...])?.header
        guard let header, !header.values("from").isEmpty else {
            throw Undecodable(
                .undecodable,
                "The file is no message: it does not begin with a header with a 'From:' field."
            )
        }
    }

    private func checkForm() throws {
        guard bytes.size <= limits.item else { throw tooLarge("The form", limit: limits.item, remedy: "send less") }
        guard start.dropFirst(ByteOrderMark.length(in: start)).starts(with: "--".utf8) else { return }
        let all = try bytes.read(at: 0, count: bytes.size)
        do throws(MultipartForm.Fault) {
            _ = try FormField.read(all)
        } catch {
            throw Undecodable(.undecodable, "The form cannot be read: \(error).")
        }
    }

    private func checkJSON() throws -> Bool {
        let first = start.dropFirst(ByteOrderMark.length(in: start)).first { !$0.isASCIISpace }
        do {
            if first == UInt8(ascii: "[") {
                let count = try ArraySplitter.check(
                    bytes,
                    limits: (limits.item, limits.depth, limits.itemsPerFile)
                )
                guard count <= limits.itemsPerFile else {
                    throw Undecodable(
                        .tooLarge,
                        "The array has \(count) elements; at most \(limits.itemsPerFile) are allowed: drop them as NDJSON."
                    )
                }
                return true
            }
            guard bytes.size <= limits.item else {
                throw tooLarge("The object", limit: limits.item, remedy: "send less")
            }
            let all = try bytes.read(at: 0, count: bytes.size)
            var reader = JSONReader(
                all,
                range: ByteOrderMark.length(in: all)..<all.count,
                maximumDepth: limits.depth
            )
            try reader.skipValue()
            try reader.end()
        } catch let error as JSONError {
            throw Undecodable(
                SubmissionProblem.code(of: error),
                "The file is not JSON: \(SubmissionProblem.reason(error))."
            )
        }
        guard first == UInt8(ascii: "{") else {
            throw Undecodable(
                .notAnObject,
                "The file is JSON, but neither an object nor an array of objects; send {\"thread\": …, \"body\": …}."
            )
        }
        return false
    }
}
