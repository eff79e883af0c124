import Comments
import JSON

/// When the page with the form was shown, as a form may send it in the field `pageShownAt` (RFC 3339).
enum PageTime {
    /// The bytes of the shortest object that has the field.
    private static let shortest = #"{"pageShownAt":"2000-01-01T00:00:00Z"}"#.utf8.count

    /// Seconds from then until the comment was sent; nil without the field or where it lies later.
    /// - Parameter extra: the submission's unknown fields, a JSON object.
    static func seconds(in extra: String, until sent: Timestamp) -> Double? {
        guard extra.utf8.count >= shortest, let value = try? field(in: extra), let shown = Timestamp(rfc3339: value)
        else { return nil }
        let seconds = Double(sent.milliseconds - shown.milliseconds) / 1000
        return seconds >= 0 ? seconds : nil
    }

    private static func field(in extra: String) throws(JSONError) -> String? {
        var reader = JSONReader(Array(extra.utf8))
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if reader.equals(key, "pageShownAt"), try reader.peek() == .string {
                return try reader.text(reader.readString())
            }
            try reader.skipValue()
        }
        return nil
    }
}
