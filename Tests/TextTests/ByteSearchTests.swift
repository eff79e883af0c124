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

    @Test("finds none before where it begins, and the beginning where that lies beyond", arguments: 0...40)
    func beginnings(start: Int) {
        var bytes = [UInt8](repeating: UInt8(ascii: "<"), count: 34)
        if start < bytes.count {
            for place in start..<bytes.count { bytes[place] = UInt8(ascii: "a") }
        }
        for place in stride(from: bytes.count - 1, through: start, by: -1) {
            bytes.withUnsafeBufferPointer {
                #expect($0.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: " "), from: start) == place + 1)
            }
            bytes[place] = UInt8(ascii: "<")
        }
        bytes.withUnsafeBufferPointer {
            #expect($0.firstIndex(ofAny: UInt8(ascii: "<"), UInt8(ascii: " "), from: start) == start)
        }
    }

    @Test("reads words up to the end, and letters in them")
    func words() {
        let bytes = Array("Az`{@[é0zZ".utf8)
        bytes.withUnsafeBufferPointer {
            #expect($0.word(at: 0).letterMarks == 0x0000_0000_0000_8080)
            #expect($0.word(at: 5) == 0x0000_5A7A_30A9_C35B)
            #expect($0.word(at: 5).letterMarks == 0x0000_8080_0000_0000)
            #expect($0.word(at: bytes.count) == 0)
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
