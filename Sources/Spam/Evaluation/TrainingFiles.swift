/// The labelled comments of files for training, in an order that their contents make: the same for every order of files and lines.
public struct TrainingFiles {
    private struct Place {
        let key: UInt64
        let file: Int
        let line: Range<Int>
    }

    /// How many lines have no label.
    public private(set) var unlabelled = 0
    private let files: [LabelledFile]
    private var places: [Place] = []
    /// The comments, by the order of `places`; nil where they are too many to be learnt together.
    private var examples: [Example]? = []

    /// Reads the files once. Comments that are too many to be learnt together are not kept, only where they are: 32 bytes each.
    /// - Throws: `LabelledFile.Failure`.
    public init(_ paths: [String]) throws { try self.init(paths, mostTogether: Model.mostTogether) }

    init(_ paths: [String], mostTogether: Int) throws {
        files = paths.map { LabelledFile($0) }
        var extractor = FeatureExtractor()
        var features = 0
        for (index, file) in files.enumerated() {
            try file.readPlaces { line, place in
                guard let example = Self.example(line, &extractor) else {
                    unlabelled += 1
                    return
                }
                places.append(Place(key: example.key, file: index, line: place))
                features += example.features.count
                let isTooMuch = places.count > mostTogether || features > Model.mostFeaturesTogether
                if isTooMuch { examples = nil } else { examples?.append(example) }
            }
        }
        if examples == nil, let file = files.first(where: { !$0.isRegular }) {
            throw LabelledFile.Failure.notRepeatable(path: file.path)
        }
    }

    /// Gives the comments: at once if they are to be learnt together, else one by one, read again.
    /// - Throws: `LabelledFile.Failure`, or what `body` throws.
    public func teach(_ body: ([Example]) throws -> Void) throws {
        if let examples {
            return try body(zip(places, examples).sorted { $0.0.key < $1.0.key }.map(\.1))
        }
        var extractor = FeatureExtractor()
        for place in places.sorted(by: { $0.key < $1.key }) {
            let line = try files[place.file].sample(at: place.line)
            guard let example = Self.example(line, &extractor) else {
                throw LabelledFile.Failure.changed(path: files[place.file].path)
            }
            try body([example])
        }
    }

    private static func example(_ line: LabelledSample, _ extractor: inout FeatureExtractor) -> Example? {
        line.isSpam.map { Example(extractor.features(of: line.sample), isSpam: $0) }
    }
}
