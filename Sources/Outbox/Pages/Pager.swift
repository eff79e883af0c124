/// The way from one page of a thread to the others: the first, the last and the nearest.
struct Pager {
    let current: Int
    let pages: Int

    enum Step: Equatable {
        case page(Int)
        case gap
    }

    var steps: [Step] {
        var steps: [Step] = []
        for page in 1...max(1, pages) where page == 1 || page == pages || abs(page - current) <= 2 {
            if case .page(let last) = steps.last, page > last + 1 { steps.append(.gap) }
            steps.append(.page(page))
        }
        return steps
    }

    func variables(_ phrases: Phrases, address: (Int) -> String) -> [String: Any] {
        var variables: [String: Any] = ["pages": steps.map { link(to: $0, phrases, address) }]
        if current > 1 { variables["older"] = address(current - 1) }
        if current < pages { variables["newer"] = address(current + 1) }
        return variables
    }

    private func link(to step: Step, _ phrases: Phrases, _ address: (Int) -> String) -> [String: Any] {
        guard case .page(let page) = step else { return ["gap": true, "current": false] }
        var variables: [String: Any] = [
            "gap": false,
            "number": page,
            "label": phrases.page.filling(["n": String(page)]),
            "current": page == current,
        ]
        if page != current { variables["href"] = address(page) }
        return variables
    }
}
