import Glibc

/// A large piece of memory whose pages are all there from the start, so that filling it does not take a fault for each.
///
/// Unchecked because the compiler can't see that it is filled before it is shared.
public final class PrefaultedMemory: @unchecked Sendable {
    public let bytes: UnsafeMutableRawBufferPointer

    /// Nil where memory is out.
    public init?(byteCount: Int) {
        let start = mmap(nil, max(1, byteCount), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let start, start != MAP_FAILED else { return nil }
        bytes = UnsafeMutableRawBufferPointer(start: start, count: byteCount)
        // Where the kernel does not follow the advice, it is only slower.
        madvise(start, byteCount, MADV_HUGEPAGE)
        madvise(start, byteCount, MADV_POPULATE_WRITE)
    }

    deinit { munmap(bytes.baseAddress, max(1, bytes.count)) }
}
