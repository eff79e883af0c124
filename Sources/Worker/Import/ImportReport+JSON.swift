import Comments
import JSON

extension ImportedItem {
    /// `{"id","imported"|"known"|"skipped"}`: the verdict, true, or the reason.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("id", id)
            switch fate {
            case .imported(let verdict): json.field("imported", verdict.rawValue)
            case .known: json.field("known", true)
            case .skipped(let reason): json.field("skipped", reason)
            }
        }
        json.newline()
        return json.bytes
    }
}

extension ImportReport {
    /// One object: `{"file","repeated","resumedAfter","comments","imported":{verdict: count},"known","posts","changedPosts",`
    /// `"skipped":[{"reason","count"}],"problems":[…]}`.
    public func json(file: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("file", file)
            json.field("repeated", isRepeated)
            json.field("resumedAfter", resumedAfter)
            json.field("comments", comments)
            json.key("imported")
            json.object { json in
                for verdict in Verdict.allCases where imported[verdict] != nil {
                    json.field(named: verdict.rawValue, imported[verdict])
                }
            }
            json.field("known", known)
            json.field("posts", posts)
            json.field("changedPosts", changedPosts)
            json.key("skipped")
            json.array { json in
                for (reason, count) in skippedByCount {
                    json.object { json in
                        json.field("reason", reason)
                        json.field("count", count)
                    }
                }
            }
            json.key("problems")
            json.array { json in
                for problem in problems.prefix(Self.mostReasons) { json.string(problem) }
            }
        }
        json.newline()
        return json.bytes
    }
}
