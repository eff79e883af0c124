/// Natural logarithm and exponential from the four operations alone: to the bit the same on every machine, which a C library's are not.
enum Logarithm {
    private static let ln2High = 0x1.62E42FEEp-1
    private static let ln2Low = 0x1.A39EF35793C76p-33

    /// ln(x) for a positive, finite `x`; within 2 units in the last place.
    static func ln(_ x: Double) -> Double {
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.414_213_562_373_095 {
            significand *= 0.5
            exponent += 1
        }
        let s = (significand - 1) / (significand + 1)
        let square = s * s
        var sum = 0.0
        var divisor = 23.0
        while divisor > 1 {
            sum = square * (sum + 1 / divisor)
            divisor -= 2
        }
        return exponent * ln2High + (exponent * ln2Low + (2 * s + 2 * s * sum))
    }

    /// e^x, `x` held to -700...700.
    static func exp(_ x: Double) -> Double {
        let x = min(max(x, -700), 700)
        let power = (x * 1.442_695_040_888_963_4).rounded()
        let rest = (x - power * ln2High) - power * ln2Low
        var sum = 1.0
        var divisor = 14.0
        while divisor > 0 {
            sum = 1 + sum * rest / divisor
            divisor -= 1
        }
        return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
    }

    static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// What is added to each count, so that none is 0.
    static let smoothing = 0.12

    /// ln(count + smoothing).
    @inline(__always)
    static func ofCount(_ count: UInt32) -> Double {
        count < 256 ? small[Int(count)] : ln(Double(count) + smoothing)
    }

    private static let small: [Double] = (0..<256).map { ln(Double($0) + smoothing) }
}
