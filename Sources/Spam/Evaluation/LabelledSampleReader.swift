import JSON

/// Reads a line `{"id","op","text"|"body","author"|"name","email","website","ip","userAgent","label":"spam"|"ham"}`, of
/// which only the text is required; other fields are passed over.
public enum LabelledSampleReader {
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case json(JSONError)
        case noText
        case label(String)
        case operation(String)
        case nothingToLearn

        public var description: String {
            switch self {
            case .json(let error): "\(error)"
            case .noText: "has neither 'text' nor 'body'"
            case .label(let label): "the label is '\(label.prefix(40))', want 'spam' or 'ham'"
            case .operation(let name): "the op is '\(name.prefix(40))', want 'score' or 'learn'"
            case .nothingToLearn: "is to be learnt but has no label"
            }
        }
    }

    /// - Parameters:
    ///   - line: the bytes of one line.
    ///   - number: stands in for an id that is not given.
    public static func read(_ line: [UInt8], number: Int) throws(Failure) -> LabelledSample {
        let read: [String: String]
        do throws(JSONError) { read = try fields(line) } catch { throw .json(error) }
        return try sample(read, number: number)
    }

    private static func fields(_ line: [UInt8]) throws(JSONError) -> [String: String] {
        var fields: [String: String] = [:]
        var reader = JSONReader(line)
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.peek() == .string {
                let value = try reader.readString()
                fields[try reader.text(key)] = try reader.text(value)
            } else {
                try reader.skipValue()
            }
        }
        try reader.end()
        return fields
    }

    private static func sample(_ fields: [String: String], number: Int) throws(Failure) -> LabelledSample {
        guard let text = fields["text"] ?? fields["body"] else { throw .noText }
        let act = fields["op"].flatMap(LabelledSample.Act.init)
        if let name = fields["op"], act == nil { throw .operation(name) }
        let label = fields["label"]
        if let label, label != "spam", label != "ham" { throw .label(label) }
        if act == .learn, label == nil { throw .nothingToLearn }
        return LabelledSample(
            id: fields["id"] ?? "\(number)",
            act: act,
            sample: SpamSample(
                text: text,
                name: fields["author"] ?? fields["name"] ?? "",
                email: fields["email"],
                website: fields["website"],
                ip: fields["ip"],
                userAgent: fields["userAgent"]
            ),
            isSpam: label.map { $0 == "spam" }
        )
    }
}
