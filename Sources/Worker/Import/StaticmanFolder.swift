import Comments
import Digests
import Feeds
import Foundation

/// The comments of a Staticman folder: a folder a post, a file a comment.
final class StaticmanFolder: RecordSource {
    private(set) var bytesRead = 0
    let size: Int
    private let files: [String]
    private let root: String
    private var records: ArraySlice<ImportedRecord>?

    /// - Throws: what the file system throws.
    init(_ root: String) throws {
        self.root = root
        files = try FileManager.default.subpathsOfDirectory(atPath: root).filter { name in
            [".yml", ".yaml", ".json"].contains { name.hasSuffix($0) }
        }.sorted()
        size = files.count
    }

    /// SHA-256 of a label, the names and the contents.
    func digest(label: String) throws -> Digest {
        var hash = SHA256()
        hash.update(label + "\n")
        for file in files { hash.update(file + "\n" + (try FilePieces.digest(root + "/" + file, label: "").hex())) }
        return hash.finish()
    }

    func next(limit: Int) throws -> [ImportedRecord] {
        let rest = try records ?? read()
        records = rest.dropFirst(limit)
        return Array(rest.prefix(limit))
    }

    private func read() throws -> ArraySlice<ImportedRecord> {
        let folder = root.split(separator: "/").last.map(String.init) ?? ""
        let found = try files.map { file in
            let parts = file.split(separator: "/")
            let slug = parts.count > 1 ? parts.dropLast().joined(separator: "/") : folder
            let name = parts.last.map { String($0.prefix { $0 != "." }) } ?? file
            bytesRead += 1
            let pieces = try FilePieces(root + "/" + file)
            let bytes = try pieces.next(Staticman.limit + 1)
            guard let comment = Staticman.read(bytes, file: name, slug: slug) else {
                return ImportedRecord.skipped(id: file, reason: "it holds no comment")
            }
            return .comment(comment)
        }
        return found.oldestFirst[...]
    }
}
