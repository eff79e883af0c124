import Digests
import Ledger
import Outbox
import Settings

/// Compares everything under `public/` and `rejected/` with what ledger and settings say it must be, byte for byte.
struct OutboxVerifier {
    let site: Site
    let ledger: Ledger
    let context: OutboxContext

    func differences() async throws -> [OutboxDifference] {
        var differences: [OutboxDifference] = []
        var expected: Set<String> = []
        let contents = OutboxContents(ledger: ledger, context: context) { _ in false }
        try await contents.files(for: try ledger.everything()) { file in
            guard let bytes = file.bytes else { return }
            expected.insert(file.path)
            if let kind = try difference(at: file.path, { $0 == bytes }) {
                differences.append(OutboxDifference(kind: kind, path: file.path))
            }
        }
        for (path, refused) in try putAside() {
            expected.insert(path)
            // A name that was not UTF-8 is known with U+FFFD in it, so its key cannot be told again.
            let isKeyKnown = !refused.name.unicodeScalars.contains("\u{FFFD}")
            let kind = try difference(at: path) {
                !isKeyKnown || SHA256.digest(Array(refused.name.utf8) + [0] + $0).bytes == refused.key
            }
            if let kind { differences.append(OutboxDifference(kind: kind, path: path)) }
        }
        for path in try existing() where !expected.contains(path) {
            differences.append(OutboxDifference(kind: .surplus, path: path))
        }
        return differences.sorted { $0.path < $1.path }
    }

    /// Files under `public/` and `rejected/`.
    func existing() throws -> [String] {
        try ["public", "rejected"].flatMap { try DirectoryListing.files(below: $0, of: site.outbox) }
    }

    private func putAside() throws -> [(String, RefusedDelivery)] {
        try ledger.everything().filter { $0.kind == .rejected }.compactMap { dispatch in
            guard let refused = try ledger.refusals(of: dispatch.target), refused.isPutAside else { return nil }
            return (RejectedPaths(refused).delivery, refused)
        }
    }

    /// What is wrong with a file; nil where its bytes are as they must be.
    private func difference(at path: String, _ isRight: ([UInt8]) -> Bool) throws -> OutboxDifference.Kind? {
        do {
            guard let bytes = try FileBytes.read(site.outbox + "/" + path) else { return .missing }
            return isRight(bytes) ? nil : .different
        } catch let error as OutboxError where error.isOtherThanFile {
            return .different
        }
    }
}
