import Foundation

extension DrainOptions {
    /// The machine's cores and full batches, or what `MODERATO_CORES` and `MODERATO_BATCH` say.
    public static var fromEnvironment: DrainOptions {
        var options = DrainOptions()
        let environment = ProcessInfo.processInfo.environment
        if let cores = environment["MODERATO_CORES"].flatMap(Int.init), cores > 0 { options.cores = min(cores, 64) }
        if let batch = environment["MODERATO_BATCH"].flatMap(Int.init), batch > 0 { options.batch = min(batch, 4096) }
        return options
    }
}
