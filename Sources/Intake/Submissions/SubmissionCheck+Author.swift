import Comments
import Text

extension SubmissionCheck {
    func author(_ fields: inout SubmissionFields, _ findings: inout [Finding]) -> Author {
        let name = name(&fields)
        let email = email(&fields, &findings)
        let website = website(&fields, &findings)
        return Author(
            name: name,
            email: email,
            website: website,
            ip: ip(&fields, &findings),
            userAgent: line(&fields, SubmissionField.userAgent, "userAgent", limit: Self.longestUserAgent),
            referrer: line(&fields, SubmissionField.referrer, "referrer", limit: Self.longestID)
        )
    }

    private func name(_ fields: inout SubmissionFields) -> String {
        let before = fields.problems.count
        let sent = fields.text(SubmissionField.name, "name")?.cleaned.trimmed ?? ""
        guard fields.problems.count == before else { return "" }
        // WordPress takes tags out before it looks.
        let visible = sent.withoutTags.trimmed
        let isBlank = visible.isBlank
        if isBlank, decoder.requiresNameAndEmail {
            fields.report(SubmissionProblem.missing(.requireNameAndEmail, "name", "fill in name and e-mail address"))
        }
        if visible.utf8.count > Self.longestName || sent.utf8.count > Self.longestTypedName {
            fields.report(SubmissionProblem.tooLong(.nameTooLong, "name", sent, limit: Self.longestName))
        }
        return isBlank ? "" : sent.joinedSpaces
    }

    /// Nothing is removed from an address to make it valid.
    private func email(_ fields: inout SubmissionFields, _ findings: inout [Finding]) -> String? {
        let before = fields.problems.count
        let email = fields.text(SubmissionField.email, "email")?.trimmedOfASCIISpace ?? ""
        guard fields.problems.count == before else { return nil }
        if email.utf8.count > Self.longestEmail {
            fields.report(SubmissionProblem.tooLong(.emailTooLong, "email", email, limit: Self.longestEmail))
        }
        guard !email.isBlank else {
            if decoder.requiresNameAndEmail {
                fields.report(
                    SubmissionProblem.missing(.requireNameAndEmail, "email", "fill in name and e-mail address")
                )
            }
            return nil
        }
        if EmailAddress.isValid(email) { return email }
        if decoder.requiresNameAndEmail {
            fields.report(SubmissionProblem.email)
        } else {
            findings.append(Finding("invalid_email", note: "The e-mail address was not valid and was dropped."))
        }
        return nil
    }

    private func website(_ fields: inout SubmissionFields, _ findings: inout [Finding]) -> String? {
        let names = fields.namesThread ? SubmissionField.websiteWithURL : SubmissionField.website
        guard let sent = fields.text(names, "website")?.cleaned.trimmed, !sent.isBlank else { return nil }
        guard sent.utf8.count <= WebsiteAddress.maximumLength else {
            fields.report(
                SubmissionProblem.tooLong(.websiteTooLong, "website", sent, limit: WebsiteAddress.maximumLength)
            )
            return nil
        }
        if let website = WebsiteAddress.normalized(sent) { return website }
        findings.append(Finding("invalid_website", note: "The website is no http or https address and was dropped."))
        return nil
    }

    private static let longestIP = 100

    /// What cannot stand in an address, or a proxy's list of them, is removed, as WordPress does.
    private func ip(_ fields: inout SubmissionFields, _ findings: inout [Finding]) -> String? {
        guard let sent = fields.text(SubmissionField.ip, "ip")?.trimmedOfASCIISpace, !sent.isEmpty else { return nil }
        let isWhole = sent.withBytes { $0.allSatisfy(Self.isOfIP) }
        let ip = isWhole ? sent : String(decoding: sent.utf8.filter(Self.isOfIP), as: UTF8.self)
        if !ip.isEmpty, ip.utf8.count <= Self.longestIP { return ip }
        findings.append(Finding("invalid_ip", note: "The IP address was not valid and was dropped."))
        return nil
    }

    @inline(__always)
    private static func isOfIP(_ byte: UInt8) -> Bool {
        byte.hexDigitValue != nil || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
            || byte == 0x20
    }

    /// One line, cut to `limit` bytes.
    private func line(
        _ fields: inout SubmissionFields,
        _ names: [SubmissionName],
        _ field: String,
        limit: Int
    ) -> String? {
        guard let text = fields.text(names, field)?.cleaned.joinedSpaces, !text.isEmpty else { return nil }
        guard text.utf8.count > limit else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }
}
