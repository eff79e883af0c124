/// What heuristics look at: a comment, read, and the site's lists.
struct Evidence {
    let sample: SpamSample
    let reading: TextReading
    let lists: SpamLists
    /// The script of the site's language.
    let siteScript: Script
    /// The distinct hosts of the addresses in the text, sorted.
    let hosts: [String]

    init(_ sample: SpamSample, _ reading: TextReading, lists: SpamLists, siteScript: Script) {
        self.sample = sample
        self.reading = reading
        self.lists = lists
        self.siteScript = siteScript
        hosts = Self.hosts(reading)
    }

    static func hosts(_ reading: TextReading) -> [String] {
        guard !reading.addresses.isEmpty else { return [] }
        let all = reading.addresses.filter { !$0.host.isEmpty }.map {
            String(decoding: reading.text.bytes[$0.host], as: UTF8.self)
        }
        return all.count > 1 ? Set(all).sorted() : all
    }
}
