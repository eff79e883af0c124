import XML

extension FeedReader {
    /// The posts that the site's own feed or WXR names, whole.
    /// - Parameters:
    ///   - base: what relative links are resolved against.
    ///   - onPost: called with each post.
    /// - Throws: `XMLError` where a limit is reached, `FeedError.notAFeed`, or what `onPost` threw.
    public static func readPosts(
        _ bytes: [UInt8],
        base: String? = nil,
        limits: FeedLimits = FeedLimits(),
        onPost: @escaping (FeedPost) throws -> Void
    ) throws {
        switch ImportFormat.detect(bytes) {
        case .wxr:
            let importer = CommentImporter(.wxr, limits: limits) { record in
                if case .post(let post) = record { try onPost(post) }
            }
            try importer.read(bytes)
            try importer.finish()
        case .disqus:
            let importer = CommentImporter(.disqus, limits: limits) { record in
                if case .post(let post) = record { try onPost(post) }
            }
            try importer.read(bytes)
            try importer.finish()
        default:
            let reader = FeedReader(base: base, limits: limits) { entry in
                if let post = FeedPost(entry) { try onPost(post) }
            }
            try reader.read(bytes)
            _ = try reader.finish()
        }
    }

    /// As above, all at once.
    public static func readPosts(
        _ bytes: [UInt8],
        base: String? = nil,
        limits: FeedLimits = FeedLimits()
    ) throws -> [FeedPost] {
        final class Collected { var posts: [FeedPost] = [] }
        let collected = Collected()
        try readPosts(bytes, base: base, limits: limits) { collected.posts.append($0) }
        return collected.posts
    }
}
