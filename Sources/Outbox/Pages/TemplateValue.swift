/// What is put into a template after it was rendered. The names are those of the template's variables.
protocol TemplateValue: RawRepresentable, CaseIterable, Sendable where RawValue == UInt8 {}

extension TemplateValue {
    var variable: String { "\(self)" }

    /// What stands for the value while a template is rendered: U+10FFFD, a letter, and a `<` that tells by its escape whether the
    /// template escapes the value.
    var mark: String { "\u{10FFFD}\(Character(Unicode.Scalar(rawValue)))<" }
}
