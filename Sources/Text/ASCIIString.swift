extension String {
    /// The text of UTF-8 bytes, nil where they are not. ASCII, the common case, is copied without the general way's overhead.
    public init?(validatingUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.isASCII else {
            self.init(validating: bytes, as: UTF8.self)
            return
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
