import EDTF
import Foundation
import Testing

/// Random numbers from a seed: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// The first second of a day.
func start(_ year: Int64, _ month: Int, _ day: Int) -> Int64 { CivilCalendar.day(year, month, day) }

/// The last second of a day.
func end(_ year: Int64, _ month: Int, _ day: Int) -> Int64 { start(year, month, day) + 86_399 }

/// The first to the last second of a date that is one period, such as `2018-07`.
func period(_ text: String) throws -> ClosedRange<Int64> {
    let bounds = try EDTFDate(text).bounds(as: .spell, slack: false)
    return bounds.beginEarliest...bounds.endLatest
}

/// The four bounds as ISO days, with `*` where there is none.
func days(_ bounds: TemporalBounds) -> String {
    [bounds.earliestBegin, bounds.latestBegin, bounds.earliestEnd, bounds.latestEnd]
        .map { $0.map(CivilCalendar.isoDay) ?? "*" }.joined(separator: " ")
}

/// The lines of a tab-separated file beside the tests, without comments and heading.
func table(_ name: String) throws -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        .dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
}
