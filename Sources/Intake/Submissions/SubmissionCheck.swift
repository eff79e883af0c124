import Comments
import Text

/// Validates one submission's fields: every problem is found, not the first.
struct SubmissionCheck {
    /// Without tags, as WordPress counts.
    static let longestName = 245
    /// With them.
    static let longestTypedName = 1000
    static let longestEmail = 100
    static let longestBody = 65_525
    /// WordPress cuts user agents to it.
    static let longestUserAgent = 254
    /// Of ids and addresses for which the contract has no limit.
    static let longestID = 2048

    let decoder: SubmissionDecoder
    let origin: Origin
    /// Whether the site's owner sent it, or a visitor's form.
    let isOwners: Bool

    func item(_ fields: inout SubmissionFields) -> IntakeItem {
        var findings: [Finding] = []
        let address = thread(&fields)
        let senderID = identifier(&fields, [.id], "id")
        let author = author(&fields, &findings)
        let format = format(&fields, &findings)
        let body = body(&fields, format)
        let parent = identifier(&fields, SubmissionField.parent, "parent")
        let submittedAt = submittedAt(&fields, &findings)
        let title = fields.text(SubmissionField.title, "title").map { $0.cleaned.joinedSpaces }
        let wantsReplies = subscribe(&fields)
        let authorToken = fields.text(SubmissionField.authorToken, "authorToken")?.trimmed

        guard fields.problems.isEmpty, let address else {
            return .refusal(
                Refusal(
                    origin: origin,
                    problems: fields.problems,
                    senderID: senderID,
                    thread: address,
                    author: author,
                    body: body,
                    submittedAt: submittedAt
                )
            )
        }
        return .comment(
            Comment(
                origin: origin,
                senderID: senderID,
                thread: address,
                title: title?.isBlank == false ? title : nil,
                parent: parent == "0" ? nil : parent,
                author: author,
                body: body,
                format: format,
                submittedAt: submittedAt ?? origin.arrivedAt,
                authorToken: authorToken?.isEmpty == false ? authorToken : nil,
                wantsReplies: wantsReplies,
                filledHoneypot: fields.filledHoneypot,
                extra: fields.extra(),
                findings: findings
            )
        )
    }

    // MARK: Where

    private func thread(_ fields: inout SubmissionFields) -> ThreadAddress? {
        let before = fields.problems.count
        var text = fields.text(SubmissionField.thread, "thread", integers: true)?.cleaned.trimmed ?? ""
        if text.isEmpty, fields.problems.count == before {
            text = fields.text([.url], "thread", integers: true)?.cleaned.trimmed ?? ""
        }
        guard fields.problems.count == before else { return nil }
        guard !text.isEmpty else {
            fields.report(
                SubmissionProblem.missing(.invalidThread, "thread", "send the post's address or its path on the site")
            )
            return nil
        }
        do throws(ThreadAddressError) {
            return try ThreadAddress(text, on: decoder.site)
        } catch {
            fields.report(SubmissionProblem.thread(text, error))
            return nil
        }
    }

    private func identifier(_ fields: inout SubmissionFields, _ names: [SubmissionName], _ field: String) -> String? {
        guard let text = fields.text(names, field, integers: true)?.cleaned.trimmed, !text.isEmpty else { return nil }
        guard text.utf8.count <= Self.longestID else {
            fields.report(SubmissionProblem.tooLong(.tooLarge, field, text, limit: Self.longestID))
            return nil
        }
        return text
    }

    private func submittedAt(_ fields: inout SubmissionFields, _ findings: inout [Finding]) -> Timestamp? {
        guard let value = fields.value(SubmissionField.submittedAt) else { return nil }
        switch value {
        case .text(let text):
            let text = text.trimmed
            guard !text.isEmpty else { return nil }
            guard let time = Timestamp(rfc3339: text) else {
                fields.report(SubmissionProblem.date(text))
                return nil
            }
            guard time > origin.arrivedAt else { return time }
            findings.append(
                Finding("future_date", note: "The time of submission lies after the arrival, which counts instead.")
            )
            return origin.arrivedAt
        case .number(let number): fields.report(SubmissionProblem.date(number))
        case .broken(let reason): fields.report(SubmissionProblem.encoding("submittedAt", reason))
        case .bool, .compound: fields.report(SubmissionProblem.wrongType("submittedAt", value))
        }
        return nil
    }

    // MARK: What

    private func format(_ fields: inout SubmissionFields, _ findings: inout [Finding]) -> BodyFormat? {
        guard let text = fields.text([.format], "format")?.trimmed.asciiLowercased, !text.isEmpty else { return nil }
        if let format = BodyFormat(rawValue: text) { return format }
        findings.append(
            Finding(
                "unknown_format",
                note: "The format is none of auto, text, html, markdown; the site's default is used."
            )
        )
        return nil
    }

    private func body(_ fields: inout SubmissionFields, _ format: BodyFormat?) -> String {
        let before = fields.problems.count
        let body = fields.text(SubmissionField.body, "body")?.cleaned.trimmedOfASCIISpace ?? ""
        guard fields.problems.count == before else { return body }
        if decoder.blankness.isBlank(body: body, format: format) {
            fields.report(SubmissionProblem.missing(.requireValidComment, "body", "write a comment"))
        }
        if body.utf8.count > Self.longestBody {
            fields.report(SubmissionProblem.tooLong(.bodyTooLong, "body", body, limit: Self.longestBody))
        }
        return body
    }

    private func subscribe(_ fields: inout SubmissionFields) -> Bool {
        switch fields.value(SubmissionField.subscribe) {
        case .bool(let flag): return flag
        case .number(let number): return number != "0"
        case .text(let text):
            let text = text.trimmed.asciiLowercased
            return !text.isEmpty && !["0", "false", "off", "no"].contains(text)
        case .broken, .compound, nil: return false
        }
    }
}
