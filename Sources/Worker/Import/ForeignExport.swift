import Comments
import Digests
import Feeds
import Glibc
import Ledger

/// Another system's export: what it is, told by its key, and its records.
struct ForeignExport {
    let name: String
    /// SHA-256 of what is asked of it and its bytes.
    let key: Digest
    /// In the unit of the source's `bytesRead`.
    let size: Int
    let source: any RecordSource

    /// - Throws: `LedgerError.notApplicable` where it is nothing that can be imported.
    init(_ path: String, options: CommentImport.Options, site: SiteAddress?) throws {
        name = path.split(separator: "/").last.map(String.init) ?? path
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            let folder = try StaticmanFolder(path)
            (key, size, source) = (try folder.digest(label: options.label), folder.size, folder)
            return
        }
        let head = try FilePieces(path).next(8192)
        let file = try FilePieces(path)
        key = try FilePieces.digest(path, label: options.label)
        size = file.size
        if head.starts(with: IssoDatabase.magic) {
            source = try IssoDatabase(path, size: file.size)
            return
        }
        guard let format = options.columns.isEmpty ? ImportFormat.detect(head) : .csv else {
            throw LedgerError.notApplicable(
                "\(path) is no export of WordPress, Disqus, Isso, Remark42, Commento or Staticman, no feed, no CSV and no JSON lines"
            )
        }
        source = StreamedRecords(
            format,
            options.only == .posts ? .posts : .comments,
            columns: options.columns,
            base: site?.base
        ) { _ in try file.next() }
    }
}
