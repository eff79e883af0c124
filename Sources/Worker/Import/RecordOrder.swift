import Comments
import Feeds

extension [ImportedRecord] {
    /// Posts, then comments by their dates; as they are where a date is missing.
    var oldestFirst: [ImportedRecord] {
        var dated: [(time: Timestamp, place: Int)] = []
        var others: [ImportedRecord] = []
        for (place, record) in enumerated() {
            guard case .comment(let comment) = record else {
                others.append(record)
                continue
            }
            guard let time = comment.submittedAt else { return self }
            dated.append((time, place))
        }
        dated.sort { ($0.time, $0.place) < ($1.time, $1.place) }
        return others + dated.map { self[$0.place] }
    }

    /// As they are, but that what is answered goes before its answers. Of comments that answer each other in a ring one comes first
    /// all the same.
    var answersLast: [ImportedRecord] {
        let parents = parents
        guard zip(indices, parents).contains(where: { place, parent in parent.map { $0 > place } ?? false }) else {
            return self
        }
        var isTaken = [Bool](repeating: false, count: count)
        var order: [Int] = []
        for place in indices {
            var line: [Int] = []
            var next: Int? = place
            while let ancestor = next, !isTaken[ancestor] {
                isTaken[ancestor] = true
                line.append(ancestor)
                next = parents[ancestor]
            }
            order += line.reversed()
        }
        return order.map { self[$0] }
    }

    /// Where in the list the comment is that each record answers; of comments with the same id the first.
    private var parents: [Int?] {
        var places: [RecordName: Int] = [:]
        for (place, record) in enumerated() {
            guard case .comment(let comment) = record, let id = comment.senderID else { continue }
            let name = RecordName(thread: comment.thread, id: id)
            if places[name] == nil { places[name] = place }
        }
        return map { record in
            guard case .comment(let comment) = record, let parent = comment.parentID else { return nil }
            return places[RecordName(thread: comment.thread, id: parent)]
        }
    }
}

/// By what an answer names a comment.
private struct RecordName: Hashable {
    let thread: String
    let id: String
}
