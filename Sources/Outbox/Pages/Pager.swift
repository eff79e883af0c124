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
        [
            "older": current > 1 ? address(current - 1) : false,
            "newer": current < pages ? address(current + 1) : false,
            "pages": steps.map { step -> [String: Any] in
                guard case .page(let page) = step else { return ["gap": true, "href": false, "current": false] }
                return [
                    "gap": false,
                    "number": page,
                    "label": phrases.page.filling(["n": String(page)]),
                    "current": page == current,
                    "href": page == current ? false : address(page),
                ]
            },
        ]
    }
}
