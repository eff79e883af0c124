/// What the elements at hand describe.
enum Scope {
    /// Outside of a channel.
    case none
    case feed
    case entry
    /// An image, a text input, or the feed that an entry was taken from: nothing of it is kept.
    case aside
}
