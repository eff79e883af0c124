import Foundation

/// The owner's overrides of the built-in templates.
enum TemplateFolder {
    private static let suffix = ".mustache"

    /// Contents of the templates in `folder` by name without `.mustache`; none where it does not exist.
    static func read(_ folder: String) throws -> [String: String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [:] }
        var templates: [String: String] = [:]
        for name in names where name.hasSuffix(suffix) && !name.hasPrefix(".") {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            templates[String(name.dropLast(suffix.count))] = String(decoding: bytes, as: UTF8.self)
        }
        return templates
    }
}
