/// The longer texts of an entry, one after the other in one buffer: strings are only made where they are asked for.
struct FeedTexts: Sendable {
    enum Name: Int, CaseIterable {
        case id, title, link, summary, content, comments, commentFeed, language
    }

    private struct Place: Sendable {
        var start: Int32 = -1
        var end: Int32 = -1
    }

    private var bytes: [UInt8] = []
    private var places = InlineArray<8, Place>(repeating: Place())

    subscript(name: Name) -> String? {
        get { has(name) ? withBytes(of: name) { String(decoding: $0, as: UTF8.self) } : nil }
        set {
            guard var text = newValue else {
                places[name.rawValue] = Place()
                return
            }
            text.withUTF8 { set(name, $0) }
        }
    }

    func has(_ name: Name) -> Bool { places[name.rawValue].start >= 0 }

    /// Calls `body` with the text in UTF-8, which is empty where there is none.
    func withBytes<Result>(of name: Name, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let place = places[name.rawValue]
        let range = max(0, Int(place.start))..<max(0, Int(place.end))
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// - Parameter text: UTF-8.
    mutating func set(_ name: Name, _ text: UnsafeBufferPointer<UInt8>) {
        let start = Int32(clamping: bytes.count)
        bytes.append(contentsOf: text)
        places[name.rawValue] = Place(start: start, end: Int32(clamping: bytes.count))
    }

    /// Forgets all texts but not the room they had.
    mutating func removeAll() {
        if bytes.capacity > Self.keptCapacity { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
        for index in places.indices { places[index] = Place() }
    }

    private static let keptCapacity = 1 << 16
}

extension FeedTexts: Equatable {
    static func == (left: FeedTexts, right: FeedTexts) -> Bool {
        Name.allCases.allSatisfy { name in
            left.has(name) == right.has(name)
                && left.withBytes(of: name) { left in right.withBytes(of: name) { left.elementsEqual($0) } }
        }
    }
}
