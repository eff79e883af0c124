import CPCRE2

/// An expression compiled by PCRE2, and by its just-in-time compiler where that is there.
///
/// Unchecked because the compiler can't see that matching only reads compiled code.
final class CompiledExpression: @unchecked Sendable {
    fileprivate let code: OpaquePointer

    /// Nil where PCRE2 refuses it, as it does what would be too large.
    init?(_ text: String) {
        var error: Int32 = 0
        var offset = 0
        var text = text
        let options = UInt32(PCRE2_UTF | PCRE2_DOTALL | PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_UTF_CHECK)
        guard let context = pcre2_compile_context_create_8(nil) else { return nil }
        defer { pcre2_compile_context_free_8(context) }
        guard pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF)) == 0 else { return nil }
        let compiled = text.withUTF8 {
            pcre2_compile_8($0.baseAddress, $0.count, options, &error, &offset, context)
        }
        guard let compiled else { return nil }
        code = compiled
        // Without just-in-time compilation PCRE2 interprets: slower, but the same.
        _ = pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
    }

    deinit { pcre2_code_free_8(code) }
}

/// Runs compiled expressions within limits; one for each thread.
///
/// Sendable, for it goes from one scanner to the next; no two use it at once.
final class Matcher: @unchecked Sendable {
    enum Outcome: Equatable {
        case absent
        /// UTF-8 offsets of the whole and of each group; nil for a group that took no part.
        case found([Range<Int>?])
        /// The limits were reached before an answer.
        case exceeded
    }

    /// What the repeats of a metered expression may take: each call-out is one step, and so are `bytesOfStep` bytes that were passed
    /// since the one before.
    private static let stepLimit = 400_000
    private static let bytesOfStep = 64
    /// Backtracking points at one start in the text.
    private static let matchLimit: UInt32 = 100_000
    private static let heapKiB: UInt32 = 8 * 1024
    private static let stackBytes = (least: 32 * 1024, most: 1024 * 1024)

    private let context: OpaquePointer
    private let stack: OpaquePointer?
    private let result: OpaquePointer
    private let meter: UnsafeMutablePointer<Meter>

    private struct Meter {
        var steps = 0
        var place = 0
    }

    /// Nil where memory is out. More groups than `captures` are not reported.
    init?(captures: Int = 0) {
        guard let context = pcre2_match_context_create_8(nil) else { return nil }
        guard let result = pcre2_match_data_create_8(UInt32(min(captures, 65535) + 1), nil) else {
            pcre2_match_context_free_8(context)
            return nil
        }
        self.context = context
        self.result = result
        stack = pcre2_jit_stack_create_8(Self.stackBytes.least, Self.stackBytes.most, nil)
        meter = .allocate(capacity: 1)
        meter.initialize(to: Meter())
        pcre2_set_match_limit_8(context, Self.matchLimit)
        pcre2_set_heap_limit_8(context, Self.heapKiB)
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
        pcre2_set_callout_8(
            context,
            { block, meter in
                guard let block, let meter = meter?.assumingMemoryBound(to: Meter.self) else {
                    return PCRE2_ERROR_CALLOUT
                }
                let place = block.pointee.current_position
                meter.pointee.steps += 1 + max(0, place - meter.pointee.place) / Matcher.bytesOfStep
                meter.pointee.place = place
                return meter.pointee.steps > Matcher.stepLimit ? PCRE2_ERROR_CALLOUT : 0
            },
            meter
        )
    }

    deinit {
        pcre2_match_context_free_8(context)
        pcre2_match_data_free_8(result)
        pcre2_jit_stack_free_8(stack)
        meter.deallocate()
    }

    /// Searches `text`, which is valid UTF-8.
    func search(_ expression: CompiledExpression, in text: UnsafeBufferPointer<UInt8>) -> Outcome {
        meter.pointee = Meter()
        let count = withExtendedLifetime(expression) {
            pcre2_match_8(
                expression.code,
                text.baseAddress,
                text.count,
                0,
                UInt32(PCRE2_NO_UTF_CHECK),
                result,
                context
            )
        }
        if count == PCRE2_ERROR_NOMATCH { return .absent }
        guard count >= 0, let offsets = pcre2_get_ovector_pointer_8(result) else { return .exceeded }
        let reported = count == 0 ? Int(pcre2_get_ovector_count_8(result)) : Int(count)
        return .found(
            (0..<reported).map { group in
                let start = offsets[2 * group]
                let end = offsets[2 * group + 1]
                return start >= 0 && start <= end && end <= text.count ? start..<end : nil
            }
        )
    }
}
