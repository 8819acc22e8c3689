/// Draws how many trials fail before the next one that succeeds, all with one probability of success.
///
/// The binary digits of such a number are independent of each other: digit k is 1 with the probability
/// q^(2^k) / (1 + q^(2^k)), where q is that of a failure. A draw therefore compares one random word for each
/// digit with a threshold. A logarithm would do with one word, but its last bit differs between machines,
/// and with it the graph that is made of a seed.
package struct GeometricGap {
    /// What is returned instead of a gap of 2⁶² or more; two of them can be added.
    package static let limit = 1 << 62

    /// The words out of 2⁶⁴ that make a digit 1, from the lowest digit up.
    private let thresholds: [UInt64]
    /// The same for digits from 62 up, which occur at probabilities near 2⁻⁶² and below.
    private let highThresholds: [UInt64]

    /// - Parameter probability: that of a success, above 0 and at most 1.
    package init(probability: Double) {
        precondition(probability > 0 && probability <= 1, "\(probability) is not above 0 and at most 1")
        var thresholds: [UInt64] = []
        // q^(2^k), and what it lacks to 1, which says more while q is next to 1.
        var (failure, success) = (1 - probability, probability)
        while true {
            let threshold = UInt64(failure / (1 + failure) * 0x1p64)
            guard threshold > 0 else { break }
            thresholds.append(threshold)
            let isRare = success < 0.25
            success *= 2 - success
            failure = isRare ? 1 - success : failure * failure
        }
        self.thresholds = Array(thresholds.prefix(62))
        highThresholds = Array(thresholds.dropFirst(62))
    }

    package func next(using random: inout SplitMix64) -> Int {
        var gap = 0
        for digit in 0..<thresholds.count {
            gap |= (random.next() < thresholds[digit] ? 1 : 0) << digit
        }
        for threshold in highThresholds where random.next() < threshold { return Self.limit }
        return gap
    }
}
