/// What counting words tells of a text.
struct WordStatistics {
    var count = 0
    var distinct = 0
    var bytes = 0
}
