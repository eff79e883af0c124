/// Why a text is not JSON (RFC 8259), with the byte offset of the fault.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Fault: Sendable, Equatable {
        case unexpectedEnd
        case unexpectedByte(UInt8)
        case invalidEscape
        /// A `\u` escape of half a surrogate pair.
        case loneSurrogate
        case invalidUTF8
        case invalidNumber
        case controlCharacter
        case tooDeep(limit: Int)
        case trailingBytes
        case wrongKind(expected: String)
    }

    public let fault: Fault
    public let offset: Int

    public init(_ fault: Fault, at offset: Int) {
        self.fault = fault
        self.offset = offset
    }

    public var description: String {
        "byte \(offset + 1): " + reason
    }

    private var reason: String {
        switch fault {
        case .unexpectedEnd: "the JSON ends too early; it was probably cut off"
        case .unexpectedByte(let byte): "\(Self.name(byte)) is not expected here"
        case .invalidEscape: "unknown escape in a string"
        case .loneSurrogate: "half a surrogate pair in a string; write the character as UTF-8"
        case .invalidUTF8: "bytes that are not UTF-8; save the file as UTF-8"
        case .invalidNumber: "not a number as JSON writes it"
        case .controlCharacter: "a raw control character in a string; write it as an escape"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        case .trailingBytes: "more text after the end of the value"
        case .wrongKind(let expected): "\(expected) is expected here"
        }
    }

    private static func name(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte)
            ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x" + String(byte, radix: 16, uppercase: true)
    }
}
