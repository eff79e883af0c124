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
            switch try read(file.path) {
            case nil: differences.append(OutboxDifference(kind: .missing, path: file.path))
            case bytes?: break
            default: differences.append(OutboxDifference(kind: .different, path: file.path))
            }
        }
        for (path, refused) in try putAside() {
            expected.insert(path)
            guard let bytes = try read(path) else {
                differences.append(OutboxDifference(kind: .missing, path: path))
                continue
            }
            if SHA256.digest(Array(refused.name.utf8) + [0] + bytes).bytes != refused.key {
                differences.append(OutboxDifference(kind: .different, path: path))
            }
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

    private func read(_ path: String) throws -> [UInt8]? { try FileBytes.read(site.outbox + "/" + path) }
}
