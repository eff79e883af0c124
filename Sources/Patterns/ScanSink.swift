/// Takes the matches of one scan and settles what the folded text alone answers.
///
/// A class of plain memory, for Vectorscan's callback gets only its address.
final class ScanSink {
    private let plan: ScanPlan
    /// The text's number at which an entry was last settled.
    private var settledAt: [UInt32]
    private var textNumber: UInt32 = 0
    private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var hasForeignI = false

    /// Entries that hold.
    private(set) var found: [UInt32] = []
    /// Entries to be looked at again.
    private(set) var candidates: [UInt32] = []

    init(_ plan: ScanPlan) {
        self.plan = plan
        settledAt = [UInt32](repeating: 0, count: plan.kinds.count)
    }

    /// Prepares for a text, which must outlive the scan.
    func reset(text: UnsafeBufferPointer<UInt8>, hasForeignI: Bool) {
        found.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        self.text = text
        self.hasForeignI = hasForeignI
        textNumber &+= 1
        if textNumber == 0 {
            for place in settledAt.indices { settledAt[place] = 0 }
            textNumber = 1
        }
    }

    /// Scans the text.
    ///
    /// - Returns: whether the scan went through.
    func collect(_ database: ScanDatabase, _ scratch: ScanScratch) -> Bool {
        database.scan(text, scratch: scratch, context: Unmanaged.passUnretained(self).toOpaque()) {
            id,
            _,
            end,
            _,
            context in
            guard let context else { return 1 }
            Unmanaged<ScanSink>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.take(id, end: Int(end)) }
            return 0
        }
    }

    /// Makes candidates of entries that the scan did not settle.
    func askForAll(_ entries: [Int]) {
        for entry in entries where settledAt[entry] != textNumber { candidates.append(UInt32(entry)) }
    }

    private func take(_ entry: UInt32, end: Int) {
        let place = Int(entry)
        guard settledAt[place] != textNumber else { return }
        let kind = plan.kinds[place]
        switch kind {
        case .certain, .certainBarForeignI: break
        case .word, .wordBarForeignI:
            let range = end - Int(plan.lengths[place])..<end
            guard WordBoundary.surrounds(range, in: text) else { return }
        case .candidate:
            settledAt[place] = textNumber
            candidates.append(entry)
            return
        }
        settledAt[place] = textNumber
        if hasForeignI, kind == .certainBarForeignI || kind == .wordBarForeignI {
            candidates.append(entry)
        } else {
            found.append(entry)
        }
    }
}
