import Foundation
import Glibc

extension Settings {
    /// Reads `moderato.yaml`; a file that does not exist gives the defaults. Variables of the environment override it.
    /// - Throws: `SettingsError` for an unknown key, a value of the wrong kind, or a file that cannot be read.
    public static func load(
        _ path: String,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Settings {
        var yaml = ""
        if let descriptor = try open(path) {
            defer { close(descriptor) }
            yaml = try text(of: descriptor, path: path)
        }
        return try Settings(yaml: yaml, file: path, environment: environment)
    }

    /// - Parameter file: how errors name the place.
    public init(yaml: String, file: String = "moderato.yaml", environment: [String: String] = [:]) throws {
        var reader = SettingsReader(file: file, settings: Settings())
        try reader.read(yaml: yaml)
        var overrides = SettingsReader(file: "environment", settings: reader.settings)
        try overrides.read(environment: environment)
        self = overrides.settings
    }

    private static func open(_ path: String) throws -> Int32? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor >= 0 { return descriptor }
        if errno == ENOENT { return nil }
        throw unreadable(path)
    }

    private static let largest = 1 << 20

    private static func unreadable(_ path: String) -> SettingsError {
        SettingsError(file: path, message: "cannot be read: \(String(cString: strerror(errno)))")
    }

    private static func text(of descriptor: Int32, path: String) throws -> String {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
        guard status.st_size <= largest else {
            throw SettingsError(file: path, message: "larger than 1 MiB; this is no settings file")
        }
        // One byte more tells a file that grew.
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count) }
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            count += got
        }
        guard count < bytes.count else { throw SettingsError(file: path, message: "is being written to; try again") }
        guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
            throw SettingsError(file: path, message: "not UTF-8; save the file as UTF-8")
        }
        return text
    }
}
