import JSON

/// A visitor's form as a handler delivers it in the owner's name, with what the handler knows of the connection.
public enum VisitorForm {
    /// The form as one JSON object, less what a visitor may not say; nil where it cannot be read, as `validate` says.
    public static func json(_ bytes: [UInt8], ip: String?, userAgent: String?, referrer: String?) -> [UInt8]? {
        guard let fields = try? FormField.read(bytes) else { return nil }
        var values: [(name: String, value: String)] = []
        var places: [String: Int] = [:]
        for field in fields where isVisitors(field.name) {
            guard let name = String(validating: field.name, as: UTF8.self),
                let value = String(validating: field.value, as: UTF8.self)
            else { return nil }
            if let place = places[name] {
                values[place].value = value
            } else {
                places[name] = values.count
                values.append((name, value))
            }
        }
        var json = JSONWriter()
        json.object { json in
            for value in values { json.field(named: value.name, value.value) }
            json.field(named: SubmissionName.ip.spelling, ip)
            json.field(named: SubmissionName.userAgent.spelling, userAgent)
            json.field(named: SubmissionName.referrer.spelling, referrer)
        }
        return json.bytes
    }

    private static func isVisitors(_ name: [UInt8]) -> Bool {
        guard let name = name.withUnsafeBufferPointer(SubmissionName.init(spelling:)) else { return true }
        return !name.isOwnersOnly && name != .action && name != .token
    }
}
