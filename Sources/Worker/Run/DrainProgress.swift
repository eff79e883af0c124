/// How far a drain has come, for a progress bar.
public struct DrainProgress: Sendable {
    public var bytesDone = 0
    public var bytesTotal = 0
    public var comments = 0
}
