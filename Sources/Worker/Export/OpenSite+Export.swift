import Comments
import Feeds
import Ledger
import Outbox

/// What is exported, and how.
public struct ExportRequest: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case rss
        case atom
        case jsonfeed
        case wxr
        case disqus
        case csv
        case jsonl
    }

    public var format: Format
    /// Which comments; without verdicts, of a feed the approved ones, else all but the rejected.
    public var selection: Selection
    /// Whether e-mail and IP addresses and agents are written.
    public var isPrivate: Bool

    public init(_ format: Format, _ selection: Selection = Selection(), isPrivate: Bool = false) {
        self.format = format
        self.selection = selection
        self.isPrivate = isPrivate
    }
}

extension OpenSite {
    /// Gives an export to `write` in pieces. Memory does not grow with the number of comments, but for 8 bytes each and the ids of one
    /// thread.
    public func export(_ request: ExportRequest, write: ([UInt8]) throws -> Void) throws {
        switch request.format {
        case .rss: try FeedExport(self, request.selection, as: .rss).write(write)
        case .atom: try FeedExport(self, request.selection, as: .atom).write(write)
        case .jsonfeed: try FeedExport(self, request.selection, as: .json).write(write)
        case .wxr: try ThreadedExport(self, request, as: .wxr).write(write)
        case .disqus: try ThreadedExport(self, request, as: .disqus).write(write)
        case .csv: try ThreadedExport(self, request, as: .csv).write(write)
        case .jsonl: try ThreadedExport(self, request, as: .jsonl).write(write)
        }
    }
}
