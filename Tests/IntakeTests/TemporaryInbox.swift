import Comments
import Foundation
import Settings

@testable import Intake

/// An inbox in a directory of its own, removed when the test is done with it.
final class TemporaryInbox {
    let path: String
    let inbox: InboxDirectory
    var limits = Settings().limits

    init() throws {
        path = NSTemporaryDirectory() + "inbox-\(UUID())"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        inbox = try InboxDirectory(path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Drops a file that was last written `age` seconds ago.
    func drop(_ name: String, _ bytes: some Sequence<UInt8>, age: Double = 60) throws {
        try Data(bytes).write(to: URL(filePath: path + "/" + name))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -age)],
            ofItemAtPath: path + "/" + name
        )
    }

    func drop(_ name: String, _ text: String, age: Double = 60) throws { try drop(name, text.utf8, age: age) }

    static var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    func scan() throws -> InboxScan { try inbox.scan(now: Self.now) }

    /// Opens the only file.
    func open() throws -> Result<OpenDelivery, DeliveryRefusal> {
        try inbox.open(try scan().entries[0], limits: limits)
    }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}

extension RawItem {
    /// The item's bytes as text, or its length in brackets.
    var text: String {
        switch content {
        case .json(let bytes, let range): String(decoding: bytes[range], as: UTF8.self)
        case .form(let bytes), .mail(let bytes): String(decoding: bytes, as: UTF8.self)
        case .tooLarge(let bytes): "<\(bytes)>"
        }
    }
}
