import Text
import Yams

/// Fills settings from YAML and from the environment, by the table of keys.
struct SettingsReader {
    private static let keys = Dictionary(uniqueKeysWithValues: SettingKey.all.map { ($0.name, $0) })
    private static let sections = Set(
        SettingKey.all.compactMap { $0.name.split(separator: ".").dropLast().first.map(String.init) }
    )

    let file: String
    var settings: Settings

    /// Takes one document: a mapping of keys, or nothing.
    mutating func read(yaml: String) throws {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml, .basic, .default, .utf8)
        } catch let error as YamlError {
            throw Self.syntaxError(error, file: file)
        }
        guard let root, !Self.isEmpty(root) else { return }
        guard case .mapping(let mapping) = root else {
            throw fault(root, "settings are written as 'key: value' lines; this is no key")
        }
        try read(mapping, under: "")
    }

    private mutating func read(_ mapping: Node.Mapping, under prefix: String) throws {
        for (keyNode, value) in mapping {
            guard case .scalar(let key) = keyNode else { throw fault(keyNode, "a key must be a plain word") }
            let name = prefix + key.string
            if let known = Self.keys[name] {
                try read(value, for: known)
            } else if prefix.isEmpty, Self.sections.contains(name) {
                guard !Self.isEmpty(value) else { continue }
                guard case .mapping(let section) = value else {
                    throw fault(
                        value,
                        "'\(name)' holds keys, such as '\(Self.example(of: name))'; write them indented below it"
                    )
                }
                try read(section, under: name + ".")
            } else {
                throw fault(keyNode, Self.unknown(name))
            }
        }
    }

    private mutating func read(_ value: Node, for key: SettingKey) throws {
        guard !Self.isEmpty(value) else { return }
        var texts: [String] = []
        switch value {
        case .scalar(let scalar) where !key.isList:
            guard !key.isPlain || scalar.style == .plain || scalar.style == .any else { throw wrongKind(value, key) }
            texts = [scalar.string]
        case .sequence(let sequence) where key.isList:
            for element in sequence {
                guard case .scalar(let scalar) = element else { throw wrongKind(element, key) }
                texts.append(scalar.string)
            }
        default:
            throw wrongKind(value, key)
        }
        guard key.write(&settings, texts) else { throw wrongKind(value, key) }
    }

    /// Takes the variables that name a key; others of the same prefix are an error where they name a section.
    mutating func read(environment: [String: String]) throws(SettingsError) {
        let variables = environment.keys.filter { $0.hasPrefix(SettingKey.variablePrefix) }.sorted()
        guard !variables.isEmpty else { return }
        let byVariable = Dictionary(uniqueKeysWithValues: SettingKey.all.map { ($0.variable, $0) })
        for variable in variables {
            let text = environment[variable] ?? ""
            guard let key = byVariable[variable] else {
                let rest = variable.dropFirst(SettingKey.variablePrefix.count)
                let section = rest.prefix { $0 != "_" }.lowercased()
                guard section.count < rest.count, Self.sections.contains(section) else { continue }
                let nearest = byVariable.keys.min {
                    (editDistance($0, variable), $0) < (editDistance($1, variable), $1)
                }
                throw SettingsError(
                    file: file,
                    message: "unknown variable \(variable); the nearest known one is \(nearest ?? "")"
                )
            }
            let texts =
                key.isList
                ? text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty } : [text.trimmed]
            guard key.write(&settings, texts) else {
                throw SettingsError(file: file, message: "\(variable) must be \(key.kind); correct or unset it")
            }
        }
    }
}

// MARK: Faults

extension SettingsReader {
    private static func isEmpty(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    }

    private func fault(_ node: Node, _ message: String) -> SettingsError {
        SettingsError(file: file, line: node.mark?.line, column: node.mark?.column, message: message)
    }

    private func wrongKind(_ node: Node, _ key: SettingKey) -> SettingsError {
        fault(node, "'\(key.name)' must be \(key.kind); its default is \(key.defaultText)")
    }

    private static func unknown(_ name: String) -> String {
        "unknown key '\(name.shortened())'; the nearest known key is '\(nearest(to: name))': correct the spelling, or remove the line"
    }

    /// The known key that takes the fewest changes, a key of the same section or with the same last part before others.
    private static func nearest(to name: String) -> String {
        let name = String(name.prefix(60))
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let last = parts.last ?? name
        func distance(_ known: String) -> Int {
            let knownLast = known.split(separator: ".").last.map(String.init) ?? known
            return min(editDistance(name, known) * 2, editDistance(last, knownLast) * 2 + 1)
        }
        let known = SettingKey.all.map(\.name) + (parts.count == 1 ? sections.sorted() : [])
        return known.min { distance($0) < distance($1) } ?? ""
    }

    private static func example(of section: String) -> String {
        SettingKey.all.first { $0.name.hasPrefix(section + ".") }?.name ?? ""
    }

    private static func syntaxError(_ error: YamlError, file: String) -> SettingsError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            SettingsError(
                file: file,
                line: mark.line,
                column: mark.column,
                message: "not YAML: \(problem); check indentation, colons and quotes near here"
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            SettingsError(
                file: file,
                line: context.mark.line,
                column: context.mark.column,
                message: "the key '\(duplicates.first?.shortened() ?? "")' is here twice; keep one"
            )
        default:
            SettingsError(file: file, message: "not YAML: \(error); save it as UTF-8 text")
        }
    }
}
