import Digests
import Glibc
import Ledger
import Outbox
import Settings
import Synchronization

/// Compares everything under `public/` and `rejected/` with what ledger and settings say it must be, byte for byte.
struct OutboxVerifier {
    let site: Site
    let ledger: Ledger
    let context: OutboxContext

    func differences() async throws -> [OutboxDifference] {
        let found = Mutex(Found())
        let contents = OutboxContents(ledger: ledger, context: context) { _ in false }
        var everything = DueFiles()
        try ledger.forEachPossibleDispatch { everything.add($0) }
        try await contents.files(for: everything) { [outbox = site.outbox] file in
            guard let bytes = file.bytes else { return }
            // Not the next piece of a file whose difference is known.
            guard found.withLock({ $0.isNew(file.path) }) else { return }
            // One byte more tells a file that goes on where it should end.
            let count = bytes.count + (file.isLast ? 1 : 0)
            let kind = try Self.difference(file.path) {
                try FileBytes.read(outbox + "/" + file.path, at: file.offset, count: count).map { there in
                    there.count == bytes.count && memcmp(there, bytes, bytes.count) == 0
                }
            }
            found.withLock { $0.differences[file.path] = kind }
        }
        var (differences, expected) = found.withLock { ($0.differences, $0.expected) }
        for (path, refused) in try putAside(everything.rejected) {
            expected.insert(path)
            // A name that was not UTF-8 is known with U+FFFD in it, so its key cannot be told again.
            let isKeyKnown = !refused.name.unicodeScalars.contains("\u{FFFD}")
            let kind = try Self.difference(path) {
                try key(path, name: refused.name).map { !isKeyKnown || $0 == refused.key }
            }
            differences[path] = kind
        }
        for path in try existing() where !expected.contains(path) { differences[path] = .surplus }
        return differences.sorted { $0.key < $1.key }.map { OutboxDifference(kind: $1, path: $0) }
    }

    /// What was found of the files that must be there.
    private struct Found {
        var differences: [String: OutboxDifference.Kind] = [:]
        var expected: Set<String> = []

        /// Expects a file, and tells whether no difference of it is known.
        mutating func isNew(_ path: String) -> Bool {
            expected.insert(path)
            return differences[path] == nil
        }
    }

    /// Files under `public/` and `rejected/`.
    func existing() throws -> [String] {
        try ["public", "rejected"].flatMap { try DirectoryListing.files(below: $0, of: site.outbox) }
    }

    private func putAside(_ deliveries: Set<Int64>) throws -> [(String, RefusedDelivery)] {
        try deliveries.sorted().compactMap { delivery in
            guard let refused = try ledger.refusedDelivery(delivery), refused.isPutAside else { return nil }
            return (RejectedPaths(refused).delivery, refused)
        }
    }

    /// What is wrong with a file; nil where it is as it must be.
    /// - Parameter isRight: nil where there is none.
    private static func difference(_ path: String, isRight: () throws -> Bool?) throws -> OutboxDifference.Kind? {
        do {
            guard let isRight = try isRight() else { return .missing }
            return isRight ? nil : .different
        } catch let error as OutboxError where error.isOtherThanFile {
            return .different
        }
    }

    /// The key of a delivery that is now at `path`; nil where there is none.
    private func key(_ path: String, name: String) throws -> [UInt8]? {
        var hash = SHA256()
        hash.update(Array(name.utf8) + [0])
        var offset = 0
        while let bytes = try FileBytes.read(site.outbox + "/" + path, at: offset, count: 1 << 20) {
            guard !bytes.isEmpty else { return hash.finish().bytes }
            hash.update(bytes)
            offset += bytes.count
        }
        return nil
    }
}
