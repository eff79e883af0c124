/// Something wrong with a document that was read nevertheless.
public struct XMLProblem: Sendable, Equatable {
    /// From 1.
    public var line: Int
    /// In bytes of UTF-8, from 1.
    public var column: Int
    public var message: String

    public init(line: Int, column: Int, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
}

/// The first problems of a document; a storm of them is only counted.
struct XMLProblemList {
    private(set) var problems: [XMLProblem] = []
    private(set) var count = 0
    private static let kept = 20

    /// Whether further problems are only counted.
    var isFull: Bool { problems.count >= Self.kept }

    /// Counts a problem that there is no room for.
    mutating func addUntold() { count += 1 }

    mutating func add(_ problem: XMLProblem) {
        count += 1
        if !isFull { problems.append(problem) }
    }
}
