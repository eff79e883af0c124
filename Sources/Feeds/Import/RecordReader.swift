import XML

/// Where an element's text goes, in the table of an export's shape: records and fields by the numbers that the shape gives them.
enum RecordElement {
    /// Begins a record, within which fields mean it.
    case record(Int)
    case field(Int)
}

/// The texts of a record's fields.
struct RecordFields<Field: RawRepresentable<Int> & CaseIterable> {
    private var texts = [String?](repeating: nil, count: Field.allCases.count)

    subscript(_ field: Field) -> String? { texts[field.rawValue] }

    /// - Parameter keepsFirst: whether a text that is there already stays.
    mutating func set(_ field: Int, _ text: String, keepsFirst: Bool = false) {
        if !keepsFirst || texts[field] == nil { texts[field] = text }
    }

    /// Forgets all texts.
    mutating func clear() {
        for index in texts.indices { texts[index] = nil }
    }
}

/// Reads XML that is records of flat fields, such as WXR's items and comments. Not generic in its shape: it runs for every element and
/// every piece of text, and generic classes are not specialized.
class RecordReader: XMLHandler {
    private struct Frame {
        var element: RecordElement?
        var start: Int
    }

    private let elements: [String: RecordElement]
    private var kinds: [RecordElement?] = []
    private var frames: [Frame] = []
    private var text: [UInt8] = []
    private var records: [Int] = []

    /// - Parameter elements: by `module:name`, or the name alone in modules of no prefix.
    init(_ elements: [String: RecordElement]) { self.elements = elements }

    /// The innermost record that is open.
    var record: Int? { records.last }

    func begin(record: Int, _ element: XMLElement) throws {}
    func end(record: Int) throws {}
    /// A field of the innermost record has ended.
    func set(field: Int, _ text: String) throws {}
    /// A field has begun, for those that say something in attributes.
    func begin(field: Int, _ element: XMLElement) throws {}

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
            try begin(record: record, element)
        case .field(let field): try begin(field: field, element)
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
            try end(record: record)
        case .field(let field): try set(field: field, String(decoding: text[frame.start...], as: UTF8.self))
        case nil: break
        }
        text.removeSubrange(frame.start...)
    }
}
