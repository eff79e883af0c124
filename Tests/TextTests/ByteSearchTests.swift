import Testing

@testable import Text

@Suite("Looking through bytes")
struct ByteSearchTests {
    @Test("finds the first of them at every place", arguments: 0..<40)
    func places(length: Int) {
        let filling: [UInt8] = [0x00, 0x3B, 0x3D, 0x7F, 0x80, 0xBC, 0xFF]
        for place in 0...length {
            var bytes = (0..<length).map { filling[$0 % filling.count] }
            if place < length { bytes[place] = UInt8(ascii: "<") }
            if place + 2 < length { bytes[place + 2] = UInt8(ascii: "&") }
            bytes.withUnsafeBufferPointer {
                #expect($0.firstIndex(ofAny: UInt8(ascii: "&"), UInt8(ascii: "<")) == place)
                #expect($0.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: "x"), UInt8(ascii: "y")) == place)
                #expect($0.firstIndex(ofAny: UInt8(ascii: "x"), UInt8(ascii: "y"), from: min(1, length)) == length)
                #expect($0.isASCII == !$0.contains { $0 > 0x7F })
            }
        }
    }

    @Test("marks each equal byte of a word and no other")
    func marks() {
        let word: UInt64 = 0x2021_A020_0000_2120
        #expect(word.marks(of: 0x20) == 0x8000_0080_0000_0080)
        #expect(word.marks(of: 0x20).markCount == 3)
        #expect(word.firstMark(of: 0x21).trailingZeroBitCount / 8 == 1)
    }
}
