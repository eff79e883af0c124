import Text

/// One key of `moderato.yaml`: what it is called, what it holds, what it means, and where it goes.
public struct SettingKey: Sendable {
    /// With its section: `moderation.maxLinks`.
    public let name: String
    /// What its value must be, in words.
    public let kind: String
    /// One line for the owner, with WordPress's name where it has one.
    public let meaning: String
    let isList: Bool
    /// Whether a quoted text is no value for it.
    let isPlain: Bool
    /// Puts values into the settings; false where they are no value for this key.
    let write: @Sendable (inout Settings, [String]) -> Bool
    /// The value as YAML.
    let text: @Sendable (Settings) -> String

    /// Its default as YAML.
    public var defaultText: String { text(Settings()) }

    /// The variable that overrides it: `MODERATO_MODERATION_MAXLINKS`.
    public var variable: String {
        Self.variablePrefix + String(name.map { $0 == "." ? "_" : Character($0.uppercased()) })
    }

    static let variablePrefix = "MODERATO_"
}

// MARK: Kinds

extension SettingKey {
    typealias Path<Value> = WritableKeyPath<Settings, Value> & Sendable

    private static func single<Value>(
        _ name: String,
        _ path: Path<Value>,
        _ kind: String,
        isPlain: Bool = false,
        _ meaning: String,
        read: @escaping @Sendable (String) -> Value?,
        show: @escaping @Sendable (Value) -> String
    ) -> SettingKey {
        SettingKey(
            name: name,
            kind: kind,
            meaning: meaning,
            isList: false,
            isPlain: isPlain,
            write: { settings, texts in
                guard texts.count == 1, let value = read(texts[0]) else { return false }
                settings[keyPath: path] = value
                return true
            },
            text: { show($0[keyPath: path]) }
        )
    }

    static func flag(_ name: String, _ path: Path<Bool>, _ meaning: String) -> SettingKey {
        single(name, path, "true or false", isPlain: true, meaning, read: boolean) { $0 ? "true" : "false" }
    }

    static func onOff(_ name: String, _ path: Path<Bool>, _ meaning: String) -> SettingKey {
        single(name, path, "on or off", isPlain: true, meaning, read: boolean) { $0 ? "on" : "off" }
    }

    static func count(_ name: String, _ path: Path<Int>, from least: Int = 0, _ meaning: String) -> SettingKey {
        let kind = "a whole number" + (least > 0 ? " of at least \(least)" : "")
        return single(name, path, kind, isPlain: true, meaning) { text in
            let digits = text.filter { $0 != "_" }
            guard digits.utf8.allSatisfy(\.isASCIIDigit), let value = Int(digits), value >= least else { return nil }
            return value
        } show: {
            String($0)
        }
    }

    static func probability(_ name: String, _ path: Path<Double>, _ meaning: String) -> SettingKey {
        single(name, path, "a number from 0 to 1", isPlain: true, meaning) { text in
            guard text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }), let value = Double(text) else {
                return nil
            }
            return (0...1).contains(value) ? value : nil
        } show: {
            $0 == $0.rounded() ? String(Int($0)) : String($0)
        }
    }

    static func duration(_ name: String, _ path: Path<Duration>, _ meaning: String) -> SettingKey {
        single(name, path, "a duration such as 15s, 10m, 12h or 14d", meaning) {
            Duration(setting: $0)
        } show: {
            $0.settingText
        }
    }

    static func size(_ name: String, _ path: Path<Int>, _ meaning: String) -> SettingKey {
        single(name, path, "a size such as 64KiB, 100MiB or 1GiB", meaning) {
            ByteSize.parse($0)
        } show: {
            ByteSize.text($0)
        }
    }

    static let choiceKind = "one of "

    static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String,
        _ path: Path<Choice>,
        _ meaning: String
    ) -> SettingKey {
        let kind = choiceKind + Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return single(name, path, kind, meaning) {
            Choice(rawValue: $0)
        } show: {
            $0.rawValue
        }
    }

    static func text(
        _ name: String,
        _ path: Path<String>,
        _ meaning: String,
        kind: String = "a text",
        accepts: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> SettingKey {
        single(name, path, kind, meaning) {
            accepts($0) ? $0 : nil
        } show: {
            quoted($0)
        }
    }

    /// A text that may be left out: `none` where it is.
    static func optional(
        _ name: String,
        _ path: Path<String?>,
        _ meaning: String,
        kind: String = "a text",
        accepts: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> SettingKey {
        single(name, path, kind, meaning) { text -> String?? in
            if text == "none" || text.isEmpty { return .some(nil) }
            return accepts(text) ? text : nil
        } show: {
            $0.map(quoted) ?? "none"
        }
    }

    static func list(
        _ name: String,
        _ path: Path<[String]>,
        _ meaning: String,
        kind: String,
        accepts: @escaping @Sendable (String) -> Bool
    ) -> SettingKey {
        SettingKey(
            name: name,
            kind: kind,
            meaning: meaning,
            isList: true,
            isPlain: false,
            write: { settings, texts in
                guard texts.allSatisfy(accepts) else { return false }
                settings[keyPath: path] = texts
                return true
            },
            text: { "[" + $0[keyPath: path].map(quoted).joined(separator: ", ") + "]" }
        )
    }

    @Sendable private static func boolean(_ text: String) -> Bool? {
        switch text.asciiLowercased {
        case "true", "on", "yes": true
        case "false", "off", "no": false
        default: nil
        }
    }

    @Sendable private static func quoted(_ text: String) -> String {
        let isPlain =
            text.utf8.first?.isASCIILetter == true
            && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "/._- ".utf8.contains($0) }
        return isPlain
            ? text
            : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }
}
