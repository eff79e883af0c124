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
        var hosts: [String] = []
        for address in reading.addresses where !address.host.isEmpty {
            hosts.append(String(decoding: reading.text.bytes[address.host], as: UTF8.self))
        }
        guard hosts.count > 1 else { return hosts }
        hosts.sort()
        var distinct: [String] = []
        for host in hosts where host != distinct.last { distinct.append(host) }
        return distinct
    }
}
