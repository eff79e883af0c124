import Comments
import JSON
import Settings
import Text

/// A delivery that can be decoded, and how far it was read.
public struct OpenDelivery: Sendable {
    /// Where to go on after a crash.
    public struct Position: Sendable, Hashable {
        /// Of the next item.
        public let index: Int
        /// In the file.
        public let offset: Int

        public init(index: Int, offset: Int) {
            self.index = index
            self.offset = offset
        }
    }

    private enum Splitter: Sendable {
        case lines(LineSplitter)
        case array(ArraySplitter)
        case single
    }

    public var delivery: Delivery
    private let bytes: DeliveryBytes
    private let itemLimit: Int
    private let isArray: Bool
    private var splitter: Splitter
    private var index = 0
    /// Whether every item was taken.
    public private(set) var isFinished = false

    init(_ delivery: Delivery, _ bytes: DeliveryBytes, isArray: Bool, itemLimit: Int) {
        self.delivery = delivery
        self.bytes = bytes
        self.isArray = isArray
        self.itemLimit = itemLimit
        splitter = .single
        seek(to: Position(index: 0, offset: 0))
    }

    public var position: Position {
        switch splitter {
        case .lines(let lines): Position(index: index, offset: lines.offset)
        case .array(let array): Position(index: index, offset: array.resumption)
        case .single: Position(index: index, offset: index == 0 ? 0 : bytes.size)
        }
    }

    /// Goes on where an earlier reading of the same bytes stopped.
    public mutating func seek(to position: Position) {
        index = position.index
        isFinished = false
        if delivery.kind == .ndjson {
            splitter = .lines(LineSplitter(bytes, from: position.offset, itemLimit: itemLimit))
        } else if isArray {
            splitter = .array(ArraySplitter(bytes, from: position.offset, itemLimit: itemLimit))
        }
    }

    /// Items that are large together are taken apart, so that a batch of them stays small.
    private static let mostBytes = 4 << 20

    /// The next items: at most `limit`, and not many more bytes than 4 MiB; none at the end. Feeds have none: they are read with
    /// `chunk`.
    /// - Throws: `IntakeError`.
    public mutating func next(limit: Int) throws -> [RawItem] {
        var items: [RawItem] = []
        var bytes = 0
        while items.count < limit, bytes < Self.mostBytes, !isFinished {
            guard let content = try nextContent() else {
                isFinished = true
                break
            }
            if case .json(_, let range) = content { bytes += range.count }
            items.append(RawItem(index: index, content: content))
            index += 1
        }
        return items
    }

    private mutating func nextContent() throws -> RawItem.Content? {
        switch splitter {
        case .lines(var lines):
            splitter = .single
            defer { splitter = .lines(lines) }
            return try lines.next()
        case .array(var array):
            splitter = .single
            defer { splitter = .array(array) }
            return try array.next()
        case .single:
            guard index == 0 else { return nil }
            switch delivery.kind {
            case .json:
                let bytes = try bytes.read(at: 0, count: bytes.size)
                return .json(bytes, ByteOrderMark.length(in: bytes)..<bytes.count)
            case .form: return .form(try bytes.read(at: 0, count: bytes.size))
            case .mail: return .mail(try bytes.read(at: 0, count: bytes.size))
            case .ndjson, .feed: return nil
            }
        }
    }

    /// A piece of the file as it is, for feeds; empty at the end.
    public func chunk(at offset: Int, count: Int = 256 << 10) throws(IntakeError) -> [UInt8] {
        try bytes.read(at: offset, count: count)
    }
}
