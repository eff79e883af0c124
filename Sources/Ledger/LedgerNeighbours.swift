import Comments
import Moderation
import Spam

extension LedgerTransaction {
    public func neighbours(_ query: NeighbourQuery) throws -> SpamHistory {
        let thread = try threadRow(query.thread)?.number ?? 0
        return SpamHistory(
            copies: try query.signature.map { try copies(of: $0, query, besides: thread) } ?? 0,
            threadsOfHost: try threadsOfHosts(query, besides: thread),
            threadsOfAuthor: try query.emailKey.map {
                try threads(statements.threadsOfEmail, .email, $0, query, besides: thread).count
            } ?? 0
        )
    }

    /// At most `Band.mostCandidates` of the latest are compared.
    private func copies(of signature: Signature, _ query: NeighbourQuery, besides thread: Int64) throws -> Int {
        var candidates: [Int64] = []
        let known = known
        for age in Band.age(query.daysAgo)...max(Band.age(query.daysAgo), Band.age(query.moment)) {
            let keys = signature.bands.map { Band(age: age, $0).key }
            guard keys.contains(where: { known?.mayHold($0, .band) ?? true }) else { continue }
            try statements.bands.forEach(keys.map(SQLValue.integer)) { row in
                candidates.append(row.integer(0))
                return true
            }
        }
        guard !candidates.isEmpty else { return 0 }
        return try Set(candidates).sorted(by: >).prefix(Band.mostCandidates).count { sequence in
            try statements.candidate.first(.integer(sequence)) { row in
                let time = Timestamp(milliseconds: row.integer(2))
                guard row.integer(1) != thread, query.daysAgo <= time, time <= query.moment,
                    let other = NeighbourKeys.comparable(row, at: 0)
                else { return false }
                return signature.similarity(to: other) >= Signature.nearDuplicate
            } ?? false
        }
    }

    private func threadsOfHosts(_ query: NeighbourQuery, besides thread: Int64) throws -> Int {
        var found: Set<Int64> = []
        for host in query.hostKeys.prefix(NeighbourKeys.mostHosts) {
            found.formUnion(try threads(statements.threadsOfHost, .host, host, query, besides: thread))
        }
        return found.count
    }

    /// The threads of the last hour's comments under a key; at most `Band.mostCandidates` comments are looked at.
    private func threads(
        _ statement: Statement,
        _ kind: KnownKeys.Kind,
        _ key: Int64,
        _ query: NeighbourQuery,
        besides thread: Int64
    ) throws -> Set<Int64> {
        guard known?.mayHold(key, kind, from: query.hourAgo, to: query.moment) ?? true else { return [] }
        var threads: Set<Int64> = []
        var left = Band.mostCandidates
        let values: [SQLValue] = [
            .integer(key), .integer(query.hourAgo.milliseconds), .integer(query.moment.milliseconds),
        ]
        try statement.forEach(values) { row in
            if row.integer(0) != thread { threads.insert(row.integer(0)) }
            left -= 1
            return left > 0
        }
        return threads
    }

    /// Makes a comment known to the neighbours that come after it.
    func note(_ keys: NeighbourKeys, of sequence: Int64, thread: Int64, at time: Timestamp) throws {
        let known = known
        let age = Band.age(time)
        if let bands = keys.signature?.bands {
            var values: [SQLValue] = []
            values.reserveCapacity(2 * Signature.bandCount)
            for band in bands {
                let key = Band(age: age, band).key
                known?.insert(key, .band)
                values.append(.integer(key))
                values.append(.integer(sequence))
            }
            try statements.insertBands.run(values)
        }
        for host in keys.hosts {
            known?.insert(host, .host, at: time)
            try statements.insertHost.run(
                .integer(host),
                .integer(time.milliseconds),
                .integer(sequence),
                .integer(thread)
            )
        }
    }

    /// Makes a comment unknown to its neighbours.
    func forgetNeighbours(of sequence: Int64) throws {
        let sql = "SELECT submittedAt, signature, hosts FROM comments WHERE sequence = ?"
        let found = try Statement(database, sql).first(.integer(sequence)) { row in
            (time: Timestamp(milliseconds: row.integer(0)), keys: NeighbourKeys(row, at: 1))
        }
        guard let found else { return }
        let age = Band.age(found.time)
        for band in found.keys.signature?.bands ?? [] {
            try Statement(database, "DELETE FROM bands WHERE key = ? AND sequence = ?")
                .run(.integer(Band(age: age, band).key), .integer(sequence))
        }
        for host in found.keys.hosts {
            try Statement(database, "DELETE FROM hosts WHERE host = ? AND submittedAt = ? AND sequence = ?")
                .run(.integer(host), .integer(found.time.milliseconds), .integer(sequence))
        }
    }
}

extension Ledger {
    /// The comment, its near-duplicates of any age and all that link to one of its hosts: their places in the order of judgement.
    /// - Throws: `LedgerError.unknownComment`.
    public func similar(to id: CommentID) throws -> [Int64] {
        try read { reader in
            let own = try reader.statement("SELECT sequence, signature, hosts FROM comments WHERE id = ?")
                .first(.blob(id.blob)) { (sequence: $0.integer(0), keys: NeighbourKeys($0, at: 1)) }
            guard let own else { throw LedgerError.unknownComment("\(id)") }
            var similar: Set<Int64> = [own.sequence]
            if let signature = own.keys.signature { similar.formUnion(try reader.copies(of: signature)) }
            for host in own.keys.hosts {
                try reader.statement("SELECT sequence FROM hosts WHERE host = ?").forEach([.integer(host)]) { row in
                    similar.insert(row.integer(0))
                    return true
                }
            }
            return similar.sorted()
        }
    }
}

extension LedgerReader {
    /// All comments with nearly the same text; from one age that has comments to the next.
    fileprivate func copies(of signature: Signature) throws -> Set<Int64> {
        var candidates: Set<Int64> = []
        var next = Int64.min
        let following = try statement("SELECT key FROM bands WHERE key >= ? ORDER BY key LIMIT 1")
        let under = try statement("SELECT sequence FROM bands WHERE key = ?")
        while let age = try following.first(.integer(next), read: { Band(key: $0.integer(0)).age }) {
            for band in signature.bands {
                try under.forEach([.integer(Band(age: age, band).key)]) { row in
                    candidates.insert(row.integer(0))
                    return true
                }
            }
            guard age < Band(key: .max).age else { break }
            next = Band.first(ofAge: age + 1)
        }
        let stored = try statement("SELECT signature FROM comments WHERE sequence = ?")
        return try candidates.filter { sequence in
            try stored.first(.integer(sequence)) { row in
                NeighbourKeys.comparable(row, at: 0).map { signature.similarity(to: $0) >= Signature.nearDuplicate }
            } == true
        }
    }
}
