/// How a file is packed, by its first bytes. Exports are read unpacked.
enum Packing: String, CaseIterable {
    case gzip
    case bzip2
    case xz
    case zstd
    case zip

    init?(_ head: [UInt8]) {
        guard let packing = Self.allCases.first(where: { head.starts(with: $0.magic) }) else { return nil }
        self = packing
    }

    /// The command that unpacks it.
    var command: String {
        switch self {
        case .gzip: "gunzip"
        case .bzip2: "bunzip2"
        case .xz: "unxz"
        case .zstd: "unzstd"
        case .zip: "unzip"
        }
    }

    private var magic: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .bzip2: Array("BZh".utf8)
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .zip: Array("PK\u{3}\u{4}".utf8)
        }
    }
}
