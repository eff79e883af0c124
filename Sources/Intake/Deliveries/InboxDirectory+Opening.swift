import Comments
import JSON
import Settings
import Text

extension InboxDirectory {
    /// Reads enough of a file to know its key and that it can be decoded; an array is checked to its end.
    /// - Throws: `IntakeError` where the file cannot be read or is being written to.
    public func open(_ entry: InboxEntry, limits: Settings.Limits) throws -> Result<OpenDelivery, DeliveryRefusal> {
        let bytes = try DeliveryBytes(openFile(entry))
        let start = try bytes.read(at: 0, count: 64 << 10)
        var kind = DeliveryKind(name: entry.rawName) ?? DeliveryKind(firstBytes: start)
        if kind == .json, DeliveryKind.isJSONFeed(firstBytes: start) { kind = .feed }
        let delivery = Delivery(
            entry: entry,
            key: try bytes.key(name: entry.rawName),
            kind: kind ?? .json,
            arrivedAt: entry.modifiedAt
        )
        do {
            guard kind != nil || start.allSatisfy(\.isASCIISpace) else {
                throw Undecodable(.undecodable, Self.unknownKind)
            }
            let isArray = try DeliveryCheck(bytes: bytes, start: start, kind: delivery.kind, limits: limits).isArray()
            return .success(OpenDelivery(delivery, bytes, isArray: isArray, itemLimit: limits.item))
        } catch let fault as Undecodable {
            return .failure(
                DeliveryRefusal(delivery: delivery, problem: Problem(fault.code, field: "", message: fault.message))
            )
        }
    }

    private static let unknownKind =
        "The file is neither JSON, NDJSON, a form, a feed nor a message; give its name an ending that tells, such as .json."
}

/// Why a delivery cannot be decoded at all.
struct Undecodable: Error {
    let code: Problem.Code
    let message: String

    init(_ code: Problem.Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
