import Digests
import Patterns
public import Rules

/// What a rule book is made from: the site's word lists, rules and the tests beside them, as they were read.
public struct RuleSources: Sendable {
    /// The bytes of `words.block` and `words.moderate`.
    let block: [UInt8]
    let moderate: [UInt8]
    /// By name, in order.
    let rules: [RuleFile]
    let tests: [RuleFile]

    public init(block: [UInt8] = [], moderate: [UInt8] = [], rules: [RuleFile] = [], tests: [RuleFile] = []) {
        self.block = block
        self.moderate = moderate
        self.rules = rules
        self.tests = tests
    }

    /// - Parameter directory: `Rules/`; need not exist.
    /// - Throws: `RuleBookError.unreadable`.
    public init(block: [UInt8], moderate: [UInt8], directory: String) throws(RuleBookError) {
        do throws(RuleFileError) {
            self.init(
                block: block,
                moderate: moderate,
                rules: try RuleFiles.inDirectory(directory),
                tests: try RuleFiles.inDirectory(directory + "/tests")
            )
        } catch {
            throw .unreadable(error)
        }
    }

    /// The rules and tests as they are read.
    /// - Throws: `RuleBookError.unreadable` where a file is not UTF-8.
    func texts() throws(RuleBookError) -> (rules: [RuleSet.File], tests: [RuleSet.File]) {
        do throws(RuleFileError) {
            return (
                try rules.map { file throws(RuleFileError) in try file.text() },
                try tests.map { file throws(RuleFileError) in try file.text() }
            )
        } catch {
            throw .unreadable(error)
        }
    }

    /// Names all of it, and the program that reads it.
    func key(program: String) -> Digest {
        var hash = SHA256()
        hash.update("\(program)\n\(PatternDatabase.platform)\n")
        for list in [block, moderate] {
            hash.update("\(list.count)\n")
            hash.update(list)
        }
        for files in [rules, tests] {
            hash.update("\(files.count)\n")
            for file in files {
                hash.update("\(file.name)\n\(file.bytes.count)\n")
                hash.update(file.bytes)
            }
        }
        return hash.finish()
    }
}
