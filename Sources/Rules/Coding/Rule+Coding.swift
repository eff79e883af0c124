import Digests

/// A rule as part of a sealed file; files are named by their place in a list.
extension Rule {
    func write(to writer: inout SealedWriter, files: [String: Int]) {
        writer.put(files[place.file] ?? 0)
        writer.put(place.document)
        writer.put(place.line)
        writer.put(priority)
        writer.put(sparesModerators)
        writer.put(checks) { $1.write(to: &$0) }
        writer.put(action != nil)
        if let action { writer.put(action) }
        writer.put(reason)
        writer.put(messages) { writer, message in
            writer.put(message.kind)
            writer.put(message.subject)
            writer.put(message.body)
        }
        writer.put(score)
        writer.put(tag)
    }

    init(from reader: inout SealedReader, files: [String]) throws(SealedReader.Damage) {
        place = RulePlace(
            file: files[try reader.index(below: files.count)],
            document: try reader.number(),
            line: try reader.number()
        )
        priority = try reader.number()
        sparesModerators = try reader.flag()
        checks = try reader.list(Check.init(from:))
        action = try reader.flag() ? try reader.choice() : nil
        reason = try reader.optionalText()
        messages = try reader.list { reader throws(SealedReader.Damage) in
            RuleMessage(kind: try reader.choice(), subject: try reader.optionalText(), body: try reader.text())
        }
        score = try reader.number()
        tag = try reader.optionalText()
    }
}

extension Threshold {
    func write(to writer: inout SealedWriter) {
        writer.put(quantity)
        writer.put(comparison)
        writer.put(limit)
    }

    init(from reader: inout SealedReader) throws(SealedReader.Damage) {
        quantity = try reader.choice()
        comparison = try reader.choice()
        limit = try reader.double()
    }
}
