extension Double {
    /// With so many places after the point, halves away from zero; `-` for what is not a number.
    public func fixed(_ places: Int) -> String {
        guard isFinite, magnitude < 1e12 else { return "-" }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((magnitude * Double(scale)).rounded())
        var fraction = String(scaled % scale)
        fraction = String(repeating: "0", count: places - fraction.count) + fraction
        let sign = self < 0 && scaled != 0 ? "-" : ""
        return places == 0 ? "\(sign)\(scaled)" : "\(sign)\(scaled / scale).\(fraction)"
    }
}
