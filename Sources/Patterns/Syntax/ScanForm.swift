import Text

/// A byte pattern for Vectorscan that is found in the folded form of every text in which an expression matches, and in few others.
///
/// What can't be told from folded bytes is left out: assertions, look-around, case, and what a back-reference repeats.
struct ScanForm {
    /// Repeats above this count as without limit: Vectorscan's automata grow with them.
    private static let maximumRepeats = 12
    /// Longer patterns are not worth their compilation.
    private static let maximumLength = 6000

    private indirect enum Part {
        case bytes([UInt8])
        /// One scalar: these ASCII bytes, or with `beyond` any outside ASCII.
        case set(ASCIISet, beyond: Bool)
        /// One byte of such a scalar, at an end of the pattern, where one is enough.
        case byte(ASCIISet)
        case sequence([Part])
        case alternation([Part])
        case repetition(Part, minimum: Int, maximum: Int?)
        /// Anything at all, also nothing.
        case gap
    }

    /// Nil where every text has to be looked at.
    static func text(of node: Node) -> String? {
        let part = trimmed(part(of: node))
        guard !canBeEmpty(part), !isSingleByte(part) else { return nil }
        var bytes: [UInt8] = []
        write(part, to: &bytes)
        return bytes.count <= maximumLength ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// A literal's bytes as they are.
    static func text(of literal: [UInt8]) -> String {
        var bytes: [UInt8] = []
        write(.bytes(literal), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: From the tree

    private static func part(of node: Node) -> Part {
        switch node {
        case .text(let scalars, _):
            .bytes(FoldedText.folding(String(scalars: scalars), joiningI: true))
        case .set(let set, let ignoringCase):
            .set(ASCIISet(foldedFrom: set, ignoringCase: ignoringCase), beyond: set.reachesBeyondASCII)
        case .any:
            .set(.all, beyond: true)
        case .sequence(let parts):
            .sequence(parts.map(part))
        case .alternation(let branches):
            .alternation(branches.map(part))
        case .capture(_, let inner), .atomic(let inner):
            part(of: inner)
        case .repetition(let inner, let minimum, let maximum, _):
            .repetition(
                part(of: inner),
                minimum: min(minimum, maximumRepeats),
                maximum: maximum.flatMap { $0 > maximumRepeats ? nil : $0 }
            )
        case .assertion, .look:
            .sequence([])
        case .reference:
            .gap
        case .conditional(_, let then, let otherwise):
            .alternation([part(of: then), part(of: otherwise)])
        }
    }

    private static func canBeEmpty(_ part: Part) -> Bool {
        switch part {
        case .bytes(let bytes): bytes.isEmpty
        case .set, .byte: false
        case .sequence(let parts): parts.allSatisfy(canBeEmpty)
        case .alternation(let branches): branches.contains(where: canBeEmpty)
        case .repetition(let inner, let minimum, _): minimum == 0 || canBeEmpty(inner)
        case .gap: true
        }
    }

    /// Whether one byte is all that it asks for: nearly every text has it, most of them many times.
    private static func isSingleByte(_ part: Part) -> Bool {
        switch part {
        case .set, .byte: true
        case .bytes(let bytes): bytes.count == 1
        case .sequence(let parts): parts.count == 1 && isSingleByte(parts[0])
        case .alternation(let branches): branches.contains(where: isSingleByte)
        case .repetition(let inner, 1, _): isSingleByte(inner)
        case .repetition, .gap: false
        }
    }

    /// Without what may be empty at either end, and with no more repeats there than needed: a search finds the rest all the same.
    private static func trimmed(_ part: Part) -> Part {
        switch part {
        case .sequence(var parts):
            while let last = parts.last, canBeEmpty(last) { parts.removeLast() }
            if let first = parts.firstIndex(where: { !canBeEmpty($0) }) { parts.removeFirst(first) }
            guard parts.count != 1 else { return trimmed(parts[0]) }
            if let last = parts.indices.last {
                parts[0] = shortened(parts[0])
                parts[last] = shortened(parts[last])
            }
            return .sequence(parts)
        case .alternation(let branches):
            return .alternation(branches.map(trimmed))
        default:
            return shortened(part)
        }
    }

    /// An end of a pattern: the least that it must be.
    private static func shortened(_ part: Part) -> Part {
        switch part {
        case .set(let set, beyond: true): .byte(set)
        case .repetition(let inner, minimum: 1, _): shortened(inner)
        case .repetition(.set(let set, beyond: true), let minimum, _):
            .repetition(.byte(set), minimum: minimum, maximum: minimum)
        case .repetition(let inner, let minimum, _): .repetition(inner, minimum: minimum, maximum: minimum)
        default: part
        }
    }

    // MARK: To bytes

    private static func write(_ part: Part, to bytes: inout [UInt8]) {
        switch part {
        case .bytes(let text):
            for byte in text { write(byte, to: &bytes) }
        case .set(let set, let beyond):
            if beyond, set == .all {
                bytes.append(contentsOf: ".{1,4}".utf8)
            } else if beyond, set.isEmpty {
                bytes.append(contentsOf: "[\\x80-\\xff]{2,4}".utf8)
            } else {
                write(set, beyond: beyond, to: &bytes)
                if beyond { bytes.append(contentsOf: "{1,4}".utf8) }
            }
        case .byte(let set):
            if set == .all { bytes.append(0x2E) } else { write(set, beyond: true, to: &bytes) }
        case .sequence(let parts):
            for part in parts { writeGrouped(part, to: &bytes) }
        case .alternation(let branches):
            for (place, branch) in branches.enumerated() {
                if place > 0 { bytes.append(0x7C) }
                writeGrouped(branch, to: &bytes)
            }
        case .repetition(let inner, let minimum, let maximum):
            write(inner, minimum: minimum, maximum: maximum, to: &bytes)
        case .gap:
            bytes.append(contentsOf: ".*".utf8)
        }
    }

    private static func writeGrouped(_ part: Part, to bytes: inout [UInt8]) {
        guard case .alternation = part else { return write(part, to: &bytes) }
        bytes.append(contentsOf: "(?:".utf8)
        write(part, to: &bytes)
        bytes.append(0x29)
    }

    private static func write(_ inner: Part, minimum: Int, maximum: Int?, to bytes: inout [UInt8]) {
        if case .set(let set, beyond: true) = inner {
            // So many scalars are at least so many bytes and at most four times as many.
            if set == .all { bytes.append(0x2E) } else { write(set, beyond: true, to: &bytes) }
            bytes.append(contentsOf: "{\(minimum),\(maximum.map { String($0 * 4) } ?? "")}".utf8)
        } else {
            bytes.append(contentsOf: "(?:".utf8)
            write(inner, to: &bytes)
            bytes.append(contentsOf: "){\(minimum),\(maximum.map(String.init) ?? "")}".utf8)
        }
    }

    private static func write(_ set: ASCIISet, beyond: Bool, to bytes: inout [UInt8]) {
        bytes.append(0x5B)
        for byte in set.members { write(byte, to: &bytes) }
        if beyond { bytes.append(contentsOf: "\\x80-\\xff".utf8) }
        bytes.append(0x5D)
    }

    private static func write(_ byte: UInt8, to bytes: inout [UInt8]) {
        if byte.isASCIIAlphanumeric {
            bytes.append(byte)
        } else {
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: [0x5C, 0x78, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }
    }
}
