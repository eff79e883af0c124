import Moderation

extension Analyzer {
    /// Does the same with every element, in contiguous chunks side by side; the results keep their order.
    func share<Element: Sendable, Result: Sendable>(
        _ elements: [Element],
        cores: Int,
        _ body: @escaping @Sendable (Element, Scratch) -> Result
    ) async throws -> [Result] {
        let chunk = max(1, (elements.count + cores - 1) / cores)
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: 0, to: elements.count, by: chunk) {
                let some = elements[start..<min(start + chunk, elements.count)]
                group.addTask(priority: .utility) {
                    let scratch = try makeScratch()
                    return (start, some.map { body($0, scratch) })
                }
            }
            var parts: [(Int, [Result])] = []
            for try await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}
