import Comments
import GRDB
import GRDBSQLite

/// A prepared statement bound and read without conversions, for what runs once a comment. It is prepared when it is first used,
/// since a run with nothing to do needs few of them. It belongs to the connection of its database and is used only inside that
/// connection's transactions.
final class Statement {
    private let sql: String
    private let connection: OpaquePointer
    /// nil before it is prepared.
    private var handle: OpaquePointer?
    private var arena = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)

    init(_ database: Database, _ sql: String) throws {
        guard let connection = database.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        self.connection = connection
        self.sql = sql
    }

    deinit {
        sqlite3_finalize(handle)
        arena.deallocate()
    }

    private func prepared() throws -> OpaquePointer {
        if let handle { return handle }
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw failure(code) }
        return handle
    }

    /// Runs to the end: binds the values in order, steps once and resets.
    func run(_ values: SQLValue...) throws { try run(values) }

    /// Runs to the end: binds the values in order, steps once and resets.
    func run(_ values: [SQLValue]) throws {
        let handle = try bind(values)
        defer { sqlite3_reset(handle) }
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    /// Binds the values in order and gives the first row to `read`; nil where there is none.
    func first<T>(_ values: SQLValue..., read: (borrowing Row) throws -> T) throws -> T? {
        let handle = try bind(values)
        defer { sqlite3_reset(handle) }
        guard try step(handle) else { return nil }
        return try read(Row(handle: handle))
    }

    /// Whether a row answers.
    func exists(_ values: SQLValue...) throws -> Bool {
        let handle = try bind(values)
        defer { sqlite3_reset(handle) }
        return try step(handle)
    }

    /// Binds the values in order and gives every row to `body` until it returns false.
    func forEach(_ values: [SQLValue], _ body: (borrowing Row) throws -> Bool) throws {
        let handle = try bind(values)
        defer { sqlite3_reset(handle) }
        while try step(handle) {
            guard try body(Row(handle: handle)) else { return }
        }
    }

    private func step(_ handle: OpaquePointer) throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }

    /// Texts and blobs are gathered in `arena`, which stays as it is until the next binding, so that SQLite need not copy them.
    private func bind(_ values: [SQLValue]) throws -> OpaquePointer {
        let handle = try prepared()
        reserve(values.reduce(0) { $0 + $1.byteCount })
        var start = 0
        for (index, value) in values.enumerated() {
            let position = Int32(index + 1)
            switch value {
            case .null: sqlite3_bind_null(handle, position)
            case .integer(let number): sqlite3_bind_int64(handle, position, number)
            case .text(var text):
                let place = text.withUTF8 { put(UnsafeRawBufferPointer($0), at: &start) }
                let characters = place.baseAddress?.assumingMemoryBound(to: CChar.self)
                sqlite3_bind_text(handle, position, characters, Int32(place.count), nil)
            case .utf8(let bytes):
                let place = bytes.withUnsafeBytes { put($0, at: &start) }
                let characters = place.baseAddress?.assumingMemoryBound(to: CChar.self)
                sqlite3_bind_text(handle, position, characters, Int32(place.count), nil)
            case .blob(let bytes):
                let place = bytes.withUnsafeBytes { put($0, at: &start) }
                sqlite3_bind_blob(handle, position, place.baseAddress, Int32(place.count), nil)
            }
        }
        return handle
    }

    private func reserve(_ count: Int) {
        guard count >= arena.count else { return }
        arena.deallocate()
        arena = .allocate(byteCount: max(count + 1, 2 * arena.count), alignment: 1)
    }

    private func put(_ bytes: UnsafeRawBufferPointer, at start: inout Int) -> UnsafeRawBufferPointer {
        let place = UnsafeMutableRawBufferPointer(rebasing: arena[start..<start + bytes.count])
        place.copyMemory(from: bytes)
        start += bytes.count
        return UnsafeRawBufferPointer(place)
    }
}

/// A value to bind.
enum SQLValue {
    case null
    case integer(Int64)
    case text(String)
    /// A text as its bytes.
    case utf8([UInt8])
    case blob([UInt8])

    fileprivate var byteCount: Int {
        switch self {
        case .null, .integer: 0
        case .text(let text): text.utf8.count
        case .utf8(let bytes), .blob(let bytes): bytes.count
        }
    }

    static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
    static func optional(_ bytes: [UInt8]?) -> SQLValue { bytes.map(SQLValue.blob) ?? .null }
    static func optional(utf8 bytes: [UInt8]?) -> SQLValue { bytes.map(SQLValue.utf8) ?? .null }
    static func optional(_ number: Int64?) -> SQLValue { number.map(SQLValue.integer) ?? .null }
    static func time(_ time: Timestamp?) -> SQLValue { time.map { .integer($0.milliseconds) } ?? .null }
    static func optional(_ flag: Bool?) -> SQLValue { flag.map(Self.flag) ?? .null }
    static func flag(_ flag: Bool) -> SQLValue { .integer(flag ? 1 : 0) }
}

/// The current row of a statement; valid only while it is current.
struct Row: ~Copyable {
    fileprivate let handle: OpaquePointer

    fileprivate init(handle: OpaquePointer) { self.handle = handle }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    func int(_ column: Int) -> Int { Int(integer(column)) }

    func flag(_ column: Int) -> Bool { integer(column) != 0 }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

    func time(_ column: Int) -> Timestamp? { optionalInteger(column).map(Timestamp.init(milliseconds:)) }

    func text(_ column: Int) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int) -> String? {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func optionalFlag(_ column: Int) -> Bool? { isNull(column) ? nil : flag(column) }

    func blob(_ column: Int) -> [UInt8] { withBlob(column) { [UInt8]($0) } }

    func commentID(_ column: Int) -> CommentID {
        withBlob(column) { bytes in
            CommentID(
                high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
                low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
            )
        }
    }

    private func withBlob<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T {
        let start = sqlite3_column_blob(handle, Int32(column))
        let count = start == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(column)))
        return body(UnsafeRawBufferPointer(start: start, count: count))
    }
}

extension CommentID {
    /// 16 bytes, big-endian, so that they sort as the id does.
    var blob: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            count = 16
        }
    }
}
