import XML

/// Writes the events of a document down as text: `<a b=c>`, `text`, `</>`.
final class Recorder: XMLHandler {
    private(set) var events = ""
    private var kinds: [XMLName] = []

    func classify(_ name: XMLName) -> Int {
        kinds.append(name)
        return kinds.count - 1
    }

    func start(_ element: XMLElement) {
        let attributes = element.attributes.map { " \(qualified($0.name))=\($0.value)" }.joined()
        events += "<\(qualified(element.name))\(attributes)>"
    }

    func end(kind: Int) { events += "</\(kinds[kind].local)>" }

    func text(_ bytes: Span<UInt8>) {
        events += bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    private func qualified(_ name: XMLName) -> String {
        (name.prefix.map { $0 + ":" } ?? "") + name.local
    }

    /// The events of `document`, fed in pieces of `size` bytes.
    static func events(
        _ document: [UInt8],
        limits: XMLLimits = XMLLimits(),
        size: Int = 1 << 16
    ) throws -> (events: String, problems: [XMLProblem]) {
        let recorder = Recorder()
        let reader = XMLPushReader(handler: recorder, limits: limits)
        var start = 0
        while start < document.count {
            try reader.feed(Array(document[start..<min(document.count, start + size)]))
            start += size
        }
        try reader.finish()
        return (recorder.events, reader.problems)
    }
}
