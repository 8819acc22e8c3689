/// A set of the searches that run side by side, one bit each.
///
/// Two widths serve all: a word for few sources, a cache line for many. The operations are written for each
/// concrete type, so that a specialized search runs on vector registers.
protocol LaneSet: BitwiseCopyable {
    static var width: Int { get }
    static var none: Self { get }

    var isEmpty: Bool { get }

    /// The 64 lanes from `64 * index` on, as bits.
    func word(_ index: Int) -> UInt64

    mutating func insert(_ lane: Int)

    static func | (left: Self, right: Self) -> Self
    static func & (left: Self, right: Self) -> Self
    static func ^ (left: Self, right: Self) -> Self
    static prefix func ~ (set: Self) -> Self
}

extension LaneSet {
    @inline(__always)
    static var wordCount: Int { width / 64 }
}

/// A set of 64 lanes.
struct Lanes64: LaneSet {
    var bits: UInt64

    static var width: Int { 64 }

    @inline(__always)
    static var none: Lanes64 { Lanes64(bits: 0) }

    @inline(__always)
    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    func word(_ index: Int) -> UInt64 { bits }

    @inline(__always)
    mutating func insert(_ lane: Int) { bits |= 1 << UInt64(lane) }

    @inline(__always)
    static func | (left: Lanes64, right: Lanes64) -> Lanes64 { Lanes64(bits: left.bits | right.bits) }

    @inline(__always)
    static func & (left: Lanes64, right: Lanes64) -> Lanes64 { Lanes64(bits: left.bits & right.bits) }

    @inline(__always)
    static func ^ (left: Lanes64, right: Lanes64) -> Lanes64 { Lanes64(bits: left.bits ^ right.bits) }

    @inline(__always)
    static prefix func ~ (set: Lanes64) -> Lanes64 { Lanes64(bits: ~set.bits) }
}

/// A set of 512 lanes, which fills a cache line.
struct Lanes512: LaneSet {
    var bits: SIMD8<UInt64>

    static var width: Int { 512 }

    @inline(__always)
    static var none: Lanes512 { Lanes512(bits: SIMD8(repeating: 0)) }

    @inline(__always)
    var isEmpty: Bool {
        let half = bits.lowHalf | bits.highHalf
        let quarter = half.lowHalf | half.highHalf
        return quarter[0] | quarter[1] == 0
    }

    @inline(__always)
    func word(_ index: Int) -> UInt64 { bits[index] }

    @inline(__always)
    mutating func insert(_ lane: Int) { bits[lane >> 6] |= 1 << UInt64(lane & 63) }

    @inline(__always)
    static func | (left: Lanes512, right: Lanes512) -> Lanes512 { Lanes512(bits: left.bits | right.bits) }

    @inline(__always)
    static func & (left: Lanes512, right: Lanes512) -> Lanes512 { Lanes512(bits: left.bits & right.bits) }

    @inline(__always)
    static func ^ (left: Lanes512, right: Lanes512) -> Lanes512 { Lanes512(bits: left.bits ^ right.bits) }

    @inline(__always)
    static prefix func ~ (set: Lanes512) -> Lanes512 { Lanes512(bits: ~set.bits) }
}

/// Counts in how many sets each lane is.
///
/// A set is added to all lanes' counters at once: counter bit k of every lane lies in plane k, and eight sets go
/// through one tree of full adders (Harley and Seal), some five operations a set, where counting bit by bit
/// takes one for every member.
struct LaneCounter<Lanes: LaneSet>: ~Copyable {
    private let pending: Scratch<Lanes>
    private let planes: Scratch<Lanes>
    private var pendingCount = 0
    private var planeCount = 3

    init() {
        pending = Scratch(count: 8, repeating: .none)
        planes = Scratch(count: 64, repeating: .none)
    }

    @inline(__always)
    mutating func add(_ set: Lanes) {
        pending[pendingCount] = set
        pendingCount &+= 1
        if pendingCount == 8 { addPending() }
    }

    /// Adds each lane's count to the column and starts again from zero.
    mutating func move(into counts: UnsafeMutableBufferPointer<Int>) {
        if pendingCount > 0 {
            for position in pendingCount..<8 { pending[position] = .none }
            addPending()
        }
        for plane in 0..<planeCount {
            for word in 0..<Lanes.wordCount {
                var left = planes[plane].word(word)
                while left != 0 {
                    counts[word &<< 6 &+ left.trailingZeroBitCount] &+= 1 &<< plane
                    left &= left &- 1
                }
            }
            planes[plane] = .none
        }
        planeCount = 3
    }

    private mutating func addPending() {
        pendingCount = 0
        var (ones, twos, fours) = (planes[0], planes[1], planes[2])
        let first = Self.add(&ones, pending[0], pending[1])
        let second = Self.add(&ones, pending[2], pending[3])
        let third = Self.add(&ones, pending[4], pending[5])
        let fourth = Self.add(&ones, pending[6], pending[7])
        let lower = Self.add(&twos, first, second)
        let upper = Self.add(&twos, third, fourth)
        var carry = Self.add(&fours, lower, upper)
        (planes[0], planes[1], planes[2]) = (ones, twos, fours)
        var plane = 3
        while !carry.isEmpty {
            let sum = planes[plane]
            planes[plane] = sum ^ carry
            carry = carry & sum
            plane &+= 1
        }
        planeCount = max(planeCount, plane)
    }

    /// Adds two sets to a plane and returns what is carried to the next one.
    @inline(__always)
    private static func add(_ plane: inout Lanes, _ first: Lanes, _ second: Lanes) -> Lanes {
        let mixed = first ^ second
        let carry = (first & second) | (mixed & plane)
        plane = mixed ^ plane
        return carry
    }
}
