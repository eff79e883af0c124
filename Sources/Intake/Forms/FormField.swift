import Text

/// One field of a form, as bytes.
struct FormField: Sendable, Equatable {
    let name: [UInt8]
    let value: [UInt8]

    /// The fields of a form: multipart where it begins with a boundary line, else urlencoded.
    static func read(_ bytes: [UInt8]) throws(MultipartForm.Fault) -> [FormField] {
        let bytes = Array(bytes.dropFirst(ByteOrderMark.length(in: bytes)))
        return bytes.starts(with: "--".utf8) ? try MultipartForm.fields(bytes) : URLEncodedForm.fields(bytes)
    }
}
