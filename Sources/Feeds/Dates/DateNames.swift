import Text

/// Names of days, months and zones as feeds write them. All in lower case.
enum DateNames {
    static func isDay(_ word: Substring) -> Bool {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(word.prefix(3))
    }

    /// 1 to 12; by the first letters in English, else whole or in the usual short form.
    static func month(_ word: Substring) -> Int? {
        let word = word.last == "." || word.last == "," ? word.dropLast() : word
        if let month = english[String(word.prefix(3))] { return month }
        return others[String(word)] ?? others[String(word.prefix(3))]
    }

    /// Minutes east of Greenwich; zero for a zone that nobody knows; nil where the digits make none.
    static func offset(_ zone: Substring) -> Int? {
        var zone = zone.hasPrefix("etc/") ? zone.dropFirst(4) : zone
        if zone.hasPrefix("gmt"), zone.count > 3 { zone = zone.dropFirst(3) }
        guard let sign = zone.first, sign == "+" || sign == "-" else {
            return (zones[String(zone)] ?? 0) * 60
        }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard (1...4).contains(digits.count), let value = Int(digits), value >= 0 else { return nil }
        let minutes = digits.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
        return sign == "-" ? -minutes : minutes
    }

    private static let english = numbered("jan feb mar apr may jun jul aug sep oct nov dec")

    private static let others: [String: Int] = {
        var names: [String: Int] = [:]
        for language in [
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jän feb mär apr mai jun jul aug sep okt nov dez",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv févr mars avr mai juin juil août sept oct nov déc",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr may jun jul ago sep oct nov dic",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "gen feb mar apr mag giu lug ago set ott nov dic",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "január február március április május június július augusztus szeptember október november december",
            "január februári március április május június július augusztus szeptember október november december",
            "ιαν φεβ μάώ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ", "ιαν φεβ μαώ απρ μαϊ ιον ιολ αυγ σεπ οκτ νοε δεκ",
            "ιαν φεβ μάρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
            "янв фев мар апр май июн июл авг сен окт ноя дек",
        ] {
            names.merge(numbered(language)) { first, _ in first }
        }
        return names
    }()

    private static func numbered(_ names: String) -> [String: Int] {
        Dictionary(names.split(separator: " ").enumerated().map { (String($1), $0 + 1) }) { first, _ in first }
    }

    /// Hours east of Greenwich.
    private static let zones: [String: Int] = [
        "ut": 0, "gmt": 0, "z": 0, "utc": 0, "adt": -3, "ast": -4, "at": -4, "edt": -4, "est": -5, "et": -5, "cdt": -5,
        "cst": -6, "ct": -6, "mdt": -6, "mst": -7, "mt": -7, "pdt": -7, "pst": -8, "pt": -8, "a": -1, "n": 1, "m": -12,
        "y": 12, "met": 1, "mest": 2, "cet": 1, "cest": 2,
    ]
}
