/// A small, fast source of random numbers that gives the same numbers for the same seed, everywhere and
/// always.
///
/// It is meant for test graphs, sampling and shuffling, not for secrets.
///
/// - SeeAlso: Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators",
///   [doi:10.1145/2660193.2660195](https://doi.org/10.1145/2660193.2660195).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts the sequence of a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, and not including, a bound above 0; all alike but for one part in 2⁶⁴ of the
    /// bound.
    public mutating func next(below bound: Int) -> Int {
        precondition(bound > 0, "the bound \(bound) is not above 0")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from 0 up to, and not including, 1, in steps of 2⁻⁵³.
    public mutating func nextUnit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}
