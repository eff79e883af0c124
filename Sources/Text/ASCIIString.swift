extension String {
    /// The text of UTF-8 bytes, nil where they are not. ASCII, the common case, is copied without the general way's overhead.
    public init?(validatingUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.isASCII else {
            self.init(validating: bytes, as: UTF8.self)
            return
        }
        self.init(unsafeUninitializedCapacity: bytes.count) { $0.initialize(from: bytes).index }
    }
}

extension UnsafeBufferPointer<UInt8> {
    private static var topBits: UInt64 { 0x8080_8080_8080_8080 }

    /// Whether no byte is above 0x7F; eight are looked at together.
    fileprivate var isASCII: Bool {
        let raw = UnsafeRawBufferPointer(self)
        var index = 0
        while index + 8 <= raw.count {
            if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & Self.topBits != 0 { return false }
            index += 8
        }
        while index < raw.count {
            if raw[index] > 0x7F { return false }
            index += 1
        }
        return true
    }
}
