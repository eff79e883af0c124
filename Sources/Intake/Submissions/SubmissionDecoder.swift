import Comments
import JSON
import Markup
import Settings
import Text

/// Decodes items into comments, refusals and moderators' actions. Pure: the same item always gives the same result.
public struct SubmissionDecoder: Sendable {
    let limits: Settings.Limits
    let requiresNameAndEmail: Bool
    let site: SiteAddress?
    let blankness: Blankness
    /// Addresses in lower case.
    let moderators: Set<String>
    private let keys: SiteKeys
    private let honeypot: [UInt8]

    public init(settings: Settings, keys: SiteKeys) {
        limits = settings.limits
        requiresNameAndEmail = settings.require.nameAndEmail
        site = SiteAddress(settings.site.url)
        blankness = Blankness(settings)
        moderators = Set(settings.site.moderators.map(\.asciiLowercased))
        self.keys = keys
        honeypot = Array(settings.honeypot.utf8)
    }

    public func decode(_ item: RawItem, of delivery: Delivery) -> IntakeItem {
        decode(item.content, delivery.origin(item.index, keys: keys))
    }

    /// The site's address, against which threads are resolved; nil where it is not set.
    public var base: String? { site?.base }

    /// Decodes what came otherwise than in a delivery of the inbox.
    public func decode(_ content: RawItem.Content, _ origin: Origin) -> IntakeItem {
        switch content {
        case .json(let bytes, let range): decodeJSON(bytes, range, origin)
        case .form(let bytes): decodeForm(bytes, origin)
        case .mail(let bytes): decodeMail(bytes, origin)
        case .tooLarge(let bytes):
            refuse(origin, SubmissionProblem.tooLarge(bytes: bytes, limit: limits.item))
        }
    }

    private func refuse(_ origin: Origin, _ problem: Problem) -> IntakeItem {
        .refusal(Refusal(origin: origin, problems: [problem]))
    }

    // MARK: JSON

    private func decodeJSON(_ bytes: [UInt8], _ range: Range<Int>, _ origin: Origin) -> IntakeItem {
        guard range.count <= limits.item else {
            return refuse(origin, SubmissionProblem.tooLarge(bytes: range.count, limit: limits.item))
        }
        do throws(JSONError) {
            var reader = JSONReader(bytes, range: range, maximumDepth: limits.depth)
            let kind = try reader.peek()
            guard kind == .object else {
                try reader.skipValue()
                try reader.end()
                return refuse(origin, SubmissionProblem.notAnObject(kind))
            }
            var fields = SubmissionFields()
            try read(&reader, into: &fields, prefix: "")
            try reader.end()
            if let action = action(&fields, origin) { return action }
            return SubmissionCheck(decoder: self, origin: origin, isOwners: true).item(&fields)
        } catch {
            return refuse(origin, SubmissionProblem.json(error))
        }
    }

    private func read(_ reader: inout JSONReader, into fields: inout SubmissionFields, prefix: String) throws(JSONError)
    {
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if !prefix.isEmpty || key.isEscaped {
                guard let text = try? reader.text(key) else {
                    fields.report(SubmissionProblem.encoding("key", "a key is not UTF-8; send it as UTF-8"))
                    try reader.skipValue()
                    continue
                }
                let name = Array((prefix.isEmpty ? text : "\(prefix)[\(text)]").utf8)
                try read(&reader, name, 0..<name.count, into: &fields, prefix)
            } else {
                try read(&reader, reader.bytes, key.range, into: &fields, prefix)
            }
        }
    }

    /// Reads the value of the key that stands in `bytes` at `key`.
    private func read(
        _ reader: inout JSONReader,
        _ bytes: [UInt8],
        _ key: Range<Int>,
        into fields: inout SubmissionFields,
        _ prefix: String
    ) throws(JSONError) {
        switch bytes.withUnsafeBufferPointer({ meaning(of: UnsafeBufferPointer(rebasing: $0[key])) }) {
        case .honeypot:
            if let value = try value(&reader) { fields.setHoneypot(value) }
        case .field(let name):
            if let value = try value(&reader), !fields.set(name, value) {
                fields.report(SubmissionProblem.duplicateKey(name.spelling))
            }
        case .unknown:
            // Staticman's nested form of `fields[name]`.
            if prefix.isEmpty, bytes[key].elementsEqual("fields".utf8) || bytes[key].elementsEqual("options".utf8),
                try reader.peek() == .object
            {
                try read(&reader, into: &fields, prefix: String(decoding: bytes[key], as: UTF8.self))
            } else {
                try readExtra(&reader, bytes[key], into: &fields)
            }
        }
    }

    private enum Meaning {
        case honeypot
        case field(SubmissionName)
        case unknown
    }

    private func meaning(of key: UnsafeBufferPointer<UInt8>) -> Meaning {
        if isHoneypot(key) { return .honeypot }
        return SubmissionName(spelling: key).map(Meaning.field) ?? .unknown
    }

    /// The next value; nil for null.
    private func value(_ reader: inout JSONReader) throws(JSONError) -> FieldValue? {
        switch try reader.peek() {
        case .string:
            let string = try reader.readString()
            do throws(JSONError) {
                return .text(try reader.text(string))
            } catch {
                return .broken(error.description)
            }
        case .number: return .number(try reader.readNumber())
        case .bool: return .bool(try reader.readBool())
        case .null:
            try reader.readNull()
            return nil
        case .object, .array:
            try reader.skipValue()
            return .compound
        }
    }

    private func readExtra(
        _ reader: inout JSONReader,
        _ key: ArraySlice<UInt8>,
        into fields: inout SubmissionFields
    ) throws(JSONError) {
        let kind = try reader.peek()
        let range = try reader.skipValue()
        guard let name = key.withUnsafeBufferPointer(String.init(validatingUTF8:)) else {
            fields.report(SubmissionProblem.encoding("key", "a key is not UTF-8; send it as UTF-8"))
            return
        }
        guard range.count + name.utf8.count <= ExtraFields.limit else { return }
        let isNew: Bool
        switch kind {
        case .number, .bool, .null:
            isNew = fields.addExtra(name) { $0.raw(reader.bytes[range]) }
        case .string, .array, .object:
            do throws(JSONError) {
                let value = try JSONValue(parsing: Array(reader.bytes[range]), maximumDepth: limits.depth)
                isNew = fields.addExtra(name) { $0.value(value) }
            } catch {
                fields.report(SubmissionProblem.encoding(name.shortened(), error.description))
                return
            }
        }
        if !isNew { fields.report(SubmissionProblem.duplicateKey(name)) }
    }

    private func isHoneypot(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !honeypot.isEmpty, key.count == honeypot.count || key.count == honeypot.count + 8 else { return false }
        if key.elementsEqual(honeypot) { return true }
        return key.starts(with: "fields[".utf8) && key.dropFirst(7).dropLast().elementsEqual(honeypot)
    }

    /// An action has a token, or names no thread.
    private func action(_ fields: inout SubmissionFields, _ origin: Origin) -> IntakeItem? {
        guard fields.has(.action),
            fields.has(.token) || !(fields.namesThread || fields.has(.url))
        else { return nil }
        let action = fields.text([.action], "action")
        let comment = fields.text([.comment], "comment")
        let token = fields.text([.token], "token")
        guard let action, let comment, fields.problems.isEmpty else {
            if fields.problems.isEmpty {
                fields.report(
                    SubmissionProblem.missing(
                        .invalidAction,
                        comment == nil ? "comment" : "action",
                        "send {\"action\": \"approve\", \"comment\": ID, \"token\": …}"
                    )
                )
            }
            return .refusal(Refusal(origin: origin, problems: fields.problems))
        }
        return .action(ModeratorAction(origin: origin, action: action, comment: comment, token: token ?? ""))
    }

    // MARK: Forms

    private func decodeForm(_ bytes: [UInt8], _ origin: Origin) -> IntakeItem {
        let form: [FormField]
        do throws(MultipartForm.Fault) {
            form = try FormField.read(bytes)
        } catch {
            return refuse(origin, Problem(.undecodable, field: "", message: "The form cannot be read: \(error)."))
        }
        var fields = SubmissionFields()
        for field in form {
            let value: FieldValue =
                String(validating: field.value, as: UTF8.self).map { .text($0) }
                ?? .broken("it is not UTF-8; send it as UTF-8")
            switch field.name.withUnsafeBufferPointer(meaning) {
            case .honeypot: fields.setHoneypot(value)
            case .field(let name): if !name.isOwnersOnly { fields.replace(name, value) }
            case .unknown:
                if let name = String(validating: field.name, as: UTF8.self), case .text(let text) = value {
                    _ = fields.addExtra(name) { $0.string(text) }
                } else {
                    fields.report(SubmissionProblem.encoding("form", "a field is not UTF-8; send it as UTF-8"))
                }
            }
        }
        return SubmissionCheck(decoder: self, origin: origin, isOwners: false).item(&fields)
    }
}
