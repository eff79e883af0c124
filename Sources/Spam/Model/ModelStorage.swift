import Glibc

/// A model's buckets in memory: the only file with `mmap`.
///
/// Unchecked: the memory is written only by `withMutableBuckets`, which `Model` calls after making sure that no other model
/// refers to it, as a standard collection does; everything else reads.
final class ModelStorage: @unchecked Sendable {
    static let size = FeatureVector.bucketCount * MemoryLayout<Bucket>.stride

    /// Whether the memory is a file's; then it is read only.
    let isMapped: Bool
    private let base: UnsafeMutableRawPointer
    private let mapping: UnsafeMutableRawPointer
    private let mappedSize: Int

    /// Buckets that have learnt nothing; the system gives memory as it is written to.
    init() {
        let pages = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let pages, pages != MAP_FAILED else { fatalError("no memory for a spam model of 4 MiB") }
        isMapped = false
        base = pages
        mapping = pages
        mappedSize = Self.size
    }

    /// The buckets of a file, which stand after `offset` bytes and are there to the end.
    /// - Throws: `ModelError.system`.
    init(mapping file: Int32, offset: Int, path: String) throws(ModelError) {
        mappedSize = Self.size + offset
        let pages = mmap(nil, mappedSize, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0)
        guard let pages, pages != MAP_FAILED else { throw .system(path: path, call: "mmap", code: errno) }
        isMapped = true
        mapping = pages
        base = pages + offset
    }

    deinit { munmap(mapping, mappedSize) }

    /// The same buckets in memory of their own.
    func copy() -> ModelStorage {
        let other = ModelStorage()
        other.base.copyMemory(from: base, byteCount: Self.size)
        return other
    }

    @inline(__always)
    func withBuckets<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Bucket>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let buckets = UnsafePointer(base.assumingMemoryBound(to: Bucket.self))
        return try body(UnsafeBufferPointer(start: buckets, count: FeatureVector.bucketCount))
    }

    @inline(__always)
    func withMutableBuckets(_ body: (UnsafeMutableBufferPointer<Bucket>) -> Void) {
        precondition(!isMapped)
        let buckets = base.assumingMemoryBound(to: Bucket.self)
        body(UnsafeMutableBufferPointer(start: buckets, count: FeatureVector.bucketCount))
    }
}
