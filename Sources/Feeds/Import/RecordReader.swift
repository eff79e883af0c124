import XML

/// Where an element's text goes, in the table of an export's shape.
enum RecordElement<Record, Field> {
    /// Begins a record, within which fields mean it.
    case record(Record)
    case field(Field)
}

extension RecordElement: Sendable where Record: Sendable, Field: Sendable {}

/// Reads XML that is records of flat fields, such as WXR's items and comments.
class RecordReader<Record: Hashable, Field: Hashable>: XMLHandler {
    private struct Frame {
        var element: RecordElement<Record, Field>?
        var start: Int
    }

    private let elements: [String: RecordElement<Record, Field>]
    private var kinds: [RecordElement<Record, Field>?] = []
    private var frames: [Frame] = []
    private var text: [UInt8] = []
    private var records: [Record] = []

    /// - Parameter elements: by `module:name`, or the name alone in modules of no prefix.
    init(_ elements: [String: RecordElement<Record, Field>]) { self.elements = elements }

    /// The innermost record that is open.
    var record: Record? { records.last }

    func begin(_ record: Record, _ element: XMLElement) throws {}
    func end(_ record: Record) throws {}
    /// A field of the innermost record has ended.
    func set(_ field: Field, _ text: String) throws {}
    /// A field has begun, for those that say something in attributes.
    func begin(_ field: Field, _ element: XMLElement) throws {}

    func classify(_ name: XMLName) -> Int {
        let module = FeedVocabulary.module(of: name)
        kinds.append(elements[module.isEmpty ? name.local : module + ":" + name.local])
        return kinds.count - 1
    }

    func start(_ element: XMLElement) throws {
        let kind = kinds[element.kind]
        frames.append(Frame(element: kind, start: text.count))
        switch kind {
        case .record(let record):
            records.append(record)
            try begin(record, element)
        case .field(let field): try begin(field, element)
        case nil: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard case .field = frames.last?.element else { return }
        bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    }

    func end(kind: Int) throws {
        guard let frame = frames.popLast() else { return }
        switch frame.element {
        case .record(let record):
            records.removeLast()
            try end(record)
        case .field(let field): try set(field, String(decoding: text[frame.start...], as: UTF8.self))
        case nil: break
        }
        text.removeSubrange(frame.start...)
    }
}
