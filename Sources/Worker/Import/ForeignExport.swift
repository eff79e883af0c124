import Comments
import Digests
import Feeds
import Glibc
import Ledger

/// Another system's export: what it is, and the key it is known by.
struct ForeignExport: Sendable {
    let path: String
    let name: String
    /// SHA-256 of what is asked of it and its bytes.
    let key: Digest
    /// In the unit of the source's `bytesRead`.
    let size: Int
    private let kind: Kind

    private enum Kind: Sendable {
        case staticman
        case isso
        case stream(ImportFormat, StreamedRecords.Entries, columns: [ImportColumn: String], base: String?)
    }

    /// - Throws: `LedgerError.notApplicable` where it is nothing that can be imported.
    init(_ path: String, options: CommentImport.Options, site: SiteAddress?) throws {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            let folder = try StaticmanFolder(path)
            (key, size, kind) = (try folder.digest(label: options.label), folder.size, .staticman)
            return
        }
        let file = try FilePieces(path)
        let head = try file.next(8192)
        if let packing = Packing(head) {
            throw LedgerError.notApplicable(
                "\(path) is packed (\(packing.rawValue)); unpack it with \(packing.command) and import what comes out"
            )
        }
        key = try FilePieces.digest(path, label: options.label)
        size = file.size
        if head.starts(with: IssoDatabase.magic) {
            kind = .isso
            return
        }
        guard let format = options.columns.isEmpty ? ImportFormat.detect(head) : .csv else {
            throw LedgerError.notApplicable(
                "\(path) is no export of WordPress, Disqus, Isso, Remark42, Commento or Staticman, no feed, no CSV and no JSON lines"
            )
        }
        kind = .stream(
            format,
            options.only == .posts ? .posts : .comments,
            columns: options.columns,
            base: site?.base
        )
    }

    /// The records, from the first on.
    /// - Throws: `LedgerError.notApplicable` where a database is none of Isso's.
    func open() throws -> any RecordSource {
        switch kind {
        case .staticman: return try StaticmanFolder(path)
        case .isso: return try IssoDatabase(path, size: size)
        case .stream(let format, let entries, let columns, let base):
            let file = try FilePieces(path)
            return StreamedRecords(format, entries, columns: columns, base: base) { _ in try file.next() }
        }
    }
}
