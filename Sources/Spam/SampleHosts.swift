import Text

extension SpamSample {
    /// The e-mail's domain, A-Z made a-z; nil without an `@`.
    var emailDomain: String? {
        guard let email, let at = email.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        return String(email[email.utf8.index(after: at)...]).asciiLowercased
    }

    /// The website's host, A-Z made a-z, `www.` off.
    var websiteHost: String? {
        guard let website else { return nil }
        var bytes = Array(website.asciiLowercased.utf8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            let text = UnsafeBufferPointer(buffer)
            var start = 0
            for index in 0..<max(text.count - 2, 0)
            where text[index] == UInt8(ascii: ":") && text[index + 1] == UInt8(ascii: "/")
                && text[index + 2] == UInt8(ascii: "/")
            {
                start = index + 3
                break
            }
            let host = Address.host(text, start..<text.count)
            return String(decoding: text[host], as: UTF8.self)
        }
    }
}
