/// How many archives of the site's feed are written, for a window of publications; all are written anew when the window changes.
struct ArchivesWritten {
    let window: Int
    let count: Int

    init(window: Int, count: Int) {
        self.window = window
        self.count = count
    }

    init(_ note: String?, window: Int) {
        let parts = note?.split(separator: ":").compactMap { Int($0) } ?? []
        self.init(window: window, count: parts.count == 2 && parts[0] == window ? parts[1] : 0)
    }

    var note: String { "\(window):\(count)" }
}
