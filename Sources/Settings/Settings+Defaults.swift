extension Settings {
    /// A `moderato.yaml` with every key commented out at its default, and what each means.
    public static func commentedDefaults() -> String {
        var text = """
            # Settings of this site. Every key stands here with its default: remove the # before a key to change it.
            # Durations are written 15s, 10m, 12h, 14d; sizes 64KiB, 1GiB. A variable such as MODERATO_MODERATION_MAXLINKS=5
            # overrides its key.

            """
        var section = ""
        for key in SettingKey.all {
            let parts = key.name.split(separator: ".").map(String.init)
            let indent = parts.count > 1 ? "  " : ""
            if parts.count == 1 {
                text += "\n"
                section = ""
            } else if parts[0] != section {
                section = parts[0]
                text += "\n\(section):\n"
            }
            text += "\(indent)# \(key.meaning)"
            if key.kind.hasPrefix(SettingKey.choiceKind) {
                text += " Values: \(key.kind.dropFirst(SettingKey.choiceKind.count))."
            }
            text += "\n\(indent)#\(parts[parts.count - 1]): \(key.defaultText)\n"
        }
        return text
    }

    /// The table of keys in Markdown.
    public static func documentation() -> String {
        var text = "| key | value | default | meaning |\n| --- | --- | --- | --- |\n"
        for key in SettingKey.all {
            text += "| `\(key.name)` | \(key.kind) | `\(key.defaultText)` | \(key.meaning) |\n"
        }
        return text
    }

    /// Every key with its value, a line each, in the order of the table: equal for equal settings.
    public var listing: String {
        SettingKey.all.map { "\($0.name): \($0.text(self))\n" }.joined()
    }
}
