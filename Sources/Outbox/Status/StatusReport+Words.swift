import Comments

extension StatusReport {
    static func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

    /// The two largest units: `2 d 5 h`.
    static func duration(_ seconds: Int64) -> String {
        let units: [(length: Int64, name: String)] = [(86400, "d"), (3600, "h"), (60, "min"), (1, "s")]
        guard let first = units.firstIndex(where: { seconds >= $0.length }) else { return "0 s" }
        let whole = "\(seconds / units[first].length) \(units[first].name)"
        guard first + 1 < units.count else { return whole }
        let rest = seconds % units[first].length / units[first + 1].length
        return rest == 0 ? whole : whole + " \(rest) \(units[first + 1].name)"
    }

    /// In the largest binary unit, with one decimal.
    static func size(_ bytes: Int64) -> String {
        let units: [(bytes: Int64, name: String)] = [
            (1 << 40, "TiB"), (1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"),
        ]
        guard let unit = units.first(where: { bytes >= $0.bytes }) else { return "\(bytes) bytes" }
        let tenths = bytes / (unit.bytes / 10)
        return "\(tenths / 10).\(tenths % 10) \(unit.name)"
    }

    /// `2026-03-01 09:30 UTC`
    static func instant(_ time: Timestamp) -> String {
        time.description.prefix(16).map { $0 == "T" ? " " : "\($0)" }.joined() + " UTC"
    }

    static func threshold(_ probability: Double) -> String {
        probability >= 1 ? "never" : Millionths.text(Millionths.value(probability))
    }

    static let style = """
        :root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --muted: #57606a; --line: #d0d7de; --error: #b3261e;
          --approved: #1a7f37; --held: #9a6700; --spam: #b3261e; --trashed: #8250df; --rejected: #57606a; --bar: #0a58a6; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6edf3; --paper: #0d1117; --muted: #9198a1; --line: #3d444d; --error: #ff8a80;
            --approved: #3fb950; --held: #d29922; --spam: #ff8a80; --trashed: #b083f0; --rejected: #9198a1; --bar: #58a6ff; }
        }
        body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem; }
        h1 { margin: 0; font-size: 1.75rem; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
        .lead { margin: .25rem 0 0; font-size: 1.125rem; color: var(--muted); }
        section > svg { display: block; width: 100%; border-radius: 4px; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0; padding: 0; list-style: none; }
        .legend svg { width: .75rem; height: .75rem; border-radius: 2px; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: .3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
        th { width: 40%; font-weight: 400; color: var(--muted); }
        td { font-variant-numeric: tabular-nums; }
        .error { border-inline-start: 4px solid var(--error); padding-inline-start: 1rem; }
        .error h2 { color: var(--error); }
        .none { fill: var(--line); }
        .approved { fill: var(--approved); }
        .held { fill: var(--held); }
        .spam { fill: var(--spam); }
        .trashed { fill: var(--trashed); }
        .rejected { fill: var(--rejected); }
        .bar { fill: var(--bar); }
        .axis { stroke: var(--muted); }
        footer { margin-top: 2rem; color: var(--muted); font-size: .875rem; }

        """
}
