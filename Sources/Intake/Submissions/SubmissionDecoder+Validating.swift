import Comments
import JSON
import Text

extension SubmissionDecoder {
    /// What is wrong with a submission before it is delivered; empty where nothing is.
    /// - Parameters:
    ///   - kind: `json` for one object, `form` for a form.
    ///   - now: what its arrival would be.
    public func validate(_ bytes: [UInt8], kind: DeliveryKind, now: Timestamp) -> [Problem] {
        let origin = Origin(id: CommentID(high: 0, low: 0), delivery: "", index: 0, arrivedAt: now)
        guard bytes.count <= limits.item else { return [tooLarge(bytes: bytes.count)] }
        let item = decode(kind == .form ? .form(bytes) : .json(bytes, 0..<bytes.count), origin)
        return if case .refusal(let refusal) = item { refusal.problems } else { [] }
    }

    /// What is wrong with a submission of more bytes than `limits.item`.
    public func tooLarge(bytes: Int) -> Problem { SubmissionProblem.tooLarge(bytes: bytes, limit: limits.item) }
}
