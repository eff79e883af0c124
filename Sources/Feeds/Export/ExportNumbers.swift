/// Numbers for ids, which WordPress and Disqus want: in the order of writing, from 1.
struct ExportNumbers {
    private var last = 0
    private var ofThread: [String: Int] = [:]

    mutating func beginThread() { ofThread = [:] }

    /// The next number, remembered for `id` in this thread.
    mutating func next(for id: String?) -> Int {
        last += 1
        if let id { ofThread[id] = last }
        return last
    }

    /// The number of a comment that was written before; nil where it wasn't.
    func number(of id: String?) -> Int? { id.flatMap { ofThread[$0] } }
}
