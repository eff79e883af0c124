import Ledger
import Settings
import Spam

extension OpenSite {
    /// The site's spam model, with all lessons of the ledger. Its file is replaced where it lacked some; where it cannot be used, or
    /// has learnt something else than the ledger says, it is made anew from the lessons, with a line in the log.
    /// - Parameter known: a model that was opened before, to take the lessons since.
    public func spamModel(since known: Model? = nil) throws -> Model {
        let saved = known.map { (model: $0, isUsable: true) } ?? savedModel()
        var model = saved.model
        if try ledger.learned(with: model.sequence)?.lineage != model.lineage {
            if known == nil { log.warning("\(site.model) did not learn what the ledger says; it is made anew") }
            model = Model()
        }
        while true {
            let lessons = try ledger.lessons(after: model.sequence, limit: 1000)
            if lessons.isEmpty { break }
            try model.take(lessons)
        }
        if !saved.isUsable || model.version != saved.model.version {
            do { try model.save(site.model) } catch { log.warning("\(error); the spam model is kept in memory alone") }
        }
        return model
    }

    /// The filter as the site's settings, weights and lists make it.
    public func spamFilter(_ model: Model) throws -> SpamFilter {
        let rules = try SpamRules(directory: site.spamRules)
        return SpamFilter(
            model: model,
            weights: rules.weights,
            lists: rules.lists,
            minLearned: settings.spam.minLearned,
            siteScript: Script(language: settings.site.language)
        )
    }

    /// The model as its file has it; an empty one where there is no file or none that can be used.
    private func savedModel() -> (model: Model, isUsable: Bool) {
        do {
            return (try Model.open(site.model) ?? Model(), true)
        } catch {
            log.warning("\(error.problem); it is made anew from what the ledger knows")
            return (Model(), false)
        }
    }
}
