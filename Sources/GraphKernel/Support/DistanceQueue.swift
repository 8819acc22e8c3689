/// The vertices that a weighted search has reached and not settled, the nearest first.
///
/// Distances within reach of the nearest, which are no farther than the greatest weight, are cut into a
/// thousand slots. A vertex beyond the slot at hand waits in its slot's list, in no order; only those in the
/// slot at hand are in a heap, which therefore stays small. To lower a distance costs nothing within a slot
/// and a few links between slots, where a heap of all vertices would move entries up and down. The order is
/// that of a heap all the same, for any weights above zero: at worst all vertices are in one slot.
///
/// (Dial (1969), "Algorithm 360: shortest-path forest with topological ordering",
/// doi:10.1145/363269.363610; Cherkassky, Goldberg, Silverstein (1999), "Buckets, heaps, lists, and monotone
/// priority queues", doi:10.1137/S0097539796313490.)
struct DistanceQueue: ~Copyable {
    private static let slotCount = 1024

    /// The vertices in the slot at hand.
    private var near: IndexedHeap
    /// For each slot beyond, the first vertex in it; -1 where there is none.
    private let heads: Scratch<Int32>
    private let next: Scratch<Int32>
    private let previous: Scratch<Int32>
    /// A bit for each slot, whether vertices are in it.
    private let filled: Scratch<UInt64>
    private var farCount = 0
    /// The slot at hand. Slots are counted from distance 0 on; their lists are used again and again.
    private var current = 0
    private var slotsPerUnit = 0.0

    init(vertexCount: Int) {
        near = IndexedHeap(vertexCount: vertexCount)
        heads = Scratch(count: Self.slotCount, repeating: -1)
        next = Scratch(uninitialized: vertexCount)
        previous = Scratch(uninitialized: vertexCount)
        filled = Scratch(count: Self.slotCount / 64, repeating: 0)
    }

    /// Prepares the empty queue for a search along arcs of at most this weight.
    mutating func start(greatestWeight: Double) {
        current = 0
        // Two slots less, so that rounding cannot bring two distances a lap apart into one slot.
        let scale = Double(Self.slotCount - 2) / greatestWeight
        slotsPerUnit = scale.isFinite ? scale : 0
    }

    var isEmpty: Bool { farCount == 0 && near.isEmpty }

    /// Puts a vertex in, or lowers its distance from `former`, which is infinite for one that is not in.
    @inline(__always)
    mutating func push(_ vertex: Int, distance: Double, former: Double) {
        let slot = Int(distance * slotsPerUnit)
        if former < .infinity {
            let formerSlot = Int(former * slotsPerUnit)
            if formerSlot > current {
                if formerSlot == slot { return }
                unlink(vertex, slot: formerSlot)
            }
        }
        if slot <= current { near.push(vertex, key: distance) } else { link(vertex, slot: slot) }
    }

    /// Takes the nearest vertex out; `distances` says how far each is.
    mutating func pop(_ distances: UnsafeMutableBufferPointer<Double>) -> Int {
        if near.isEmpty {
            current = firstFilledSlot()
            let list = current & (Self.slotCount - 1)
            filled[list >> 6] &= ~(1 << UInt64(truncatingIfNeeded: list & 63))
            var vertex = heads[list]
            heads[list] = -1
            farCount &-= 1
            // A vertex alone need not go through the heap.
            if next[Int(vertex)] < 0 { return Int(vertex) }
            farCount &+= 1
            while vertex >= 0 {
                near.push(Int(vertex), key: distances[Int(vertex)])
                farCount &-= 1
                vertex = next[Int(vertex)]
            }
        }
        return near.pop()
    }

    private func firstFilledSlot() -> Int {
        var slot = current &+ 1
        while true {
            let list = slot & (Self.slotCount - 1)
            let rest = filled[list >> 6] >> UInt64(truncatingIfNeeded: list & 63)
            if rest != 0 { return slot &+ rest.trailingZeroBitCount }
            slot = (slot | 63) &+ 1
        }
    }

    private mutating func link(_ vertex: Int, slot: Int) {
        let list = slot & (Self.slotCount - 1)
        let head = heads[list]
        if head >= 0 { previous[Int(head)] = Int32(truncatingIfNeeded: vertex) }
        next[vertex] = head
        previous[vertex] = -1
        heads[list] = Int32(truncatingIfNeeded: vertex)
        filled[list >> 6] |= 1 << UInt64(truncatingIfNeeded: list & 63)
        farCount &+= 1
    }

    private mutating func unlink(_ vertex: Int, slot: Int) {
        let (before, after) = (previous[vertex], next[vertex])
        if after >= 0 { previous[Int(after)] = before }
        if before >= 0 {
            next[Int(before)] = after
        } else {
            let list = slot & (Self.slotCount - 1)
            heads[list] = after
            if after < 0 { filled[list >> 6] &= ~(1 << UInt64(truncatingIfNeeded: list & 63)) }
        }
        farCount &-= 1
    }
}
