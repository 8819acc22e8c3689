/// One edge gone at one time.
public struct TemporalHop: Hashable, Sendable {
    /// The edge.
    public let edge: Int32
    /// The vertex where the hop begins.
    public let from: Int32
    /// The vertex where the hop ends.
    public let to: Int32
    /// When it leaves `from`.
    public let departure: Int64
    /// When it is at `to`; the same as the departure where edges are spells.
    public let arrival: Int64

    /// Makes a hop.
    public init(edge: Int32, from: Int32, to: Int32, departure: Int64, arrival: Int64) {
        self.edge = edge
        self.from = from
        self.to = to
        self.departure = departure
        self.arrival = arrival
    }

    /// The hop as it is, told by somebody for whom time goes backwards.
    var mirrored: TemporalHop {
        TemporalHop(edge: edge, from: to, to: from, departure: ~arrival, arrival: ~departure)
    }
}

/// A time-respecting walk.
public struct TemporalWalk: Hashable, Sendable {
    /// The vertex where it begins.
    public let source: Int
    /// Its hops in the order in which they are made; none if it stays where it is.
    public let hops: [TemporalHop]

    /// Makes a walk.
    public init(source: Int, hops: [TemporalHop]) {
        self.source = source
        self.hops = hops
    }

    /// The vertices from the first to the last.
    public var vertices: [Int] { [source] + hops.map { Int($0.to) } }
}

/// For one vertex and each other, the best walk from the one to the other, or in ``isReversed`` answers from
/// the other to the one.
///
/// Earliest arrivals over contacts keep the order's columns alive, in which their hops are looked up when asked for.
public struct TemporalWalks: Hashable, Sendable {
    /// The vertex where all walks begin, or end in reversed answers.
    public let origin: Int
    /// Whether walks lead to the origin instead of from it.
    public let isReversed: Bool
    /// For each vertex when its walk's first hop departs; `Int64.min` where there is no walk. For the origin
    /// itself the start of the period, or its end in reversed answers.
    public let departures: [Int64]
    /// For each vertex when its walk's last hop arrives; `Int64.max` where there is no walk. For the origin as
    /// the departure.
    public let arrivals: [Int64]
    /// For each vertex the hops of its walk, 0 for the origin; -1 where there is no walk.
    public let hopCounts: [Int32]

    /// Hops of these and perhaps of other walks, each with the one before, -1 for the first.
    private let hops: [TemporalHop]
    private let previous: [Int32]
    /// For each vertex the last hop of its walk, -1 for none.
    private let last: [Int32]
    /// Where walks share their beginnings: the columns in which ``last`` is a position, instead of in ``hops``.
    private let arcs: TemporalArcs?

    init(_ found: TemporalFindings, origin: Int, time: Int64) {
        self.origin = origin
        isReversed = false
        var (departures, arrivals) = (found.departures, found.arrivals)
        (departures[origin], arrivals[origin]) = (time, time)
        self.departures = departures
        self.arrivals = arrivals
        hopCounts = found.hopCounts
        hops = found.hops
        previous = found.previous
        last = found.last
        arcs = found.arcs
    }

    /// Walks that were found backwards in time, as they are.
    init(mirroring walks: TemporalWalks) {
        origin = walks.origin
        isReversed = !walks.isReversed
        departures = walks.arrivals.map { ~$0 }
        arrivals = walks.departures.map { ~$0 }
        hopCounts = walks.hopCounts
        hops = walks.hops.map(\.mirrored)
        previous = walks.previous
        last = walks.last
        arcs = walks.arcs
    }

    /// The walk of a vertex; `nil` where there is none.
    ///
    /// - Throws: ``GraphError/Code/vertexOutOfRange``.
    /// - Complexity: O(h) in its hops.
    public func walk(of vertex: Int) throws(GraphError) -> TemporalWalk? {
        guard vertex >= 0, vertex < hopCounts.count else {
            throw GraphError(
                .vertexOutOfRange,
                "vertex \(vertex) is not one of the answer's \(hopCounts.count) vertices"
            )
        }
        guard hopCounts[vertex] >= 0 else { return nil }
        var found: [TemporalHop] = []
        var current = Int(last[vertex])
        while current >= 0 {
            if let arcs {
                let hop = arcs.hop(current, departure: arcs.begins[current], arrival: arcs.ends[current])
                found.append(isReversed ? hop.mirrored : hop)
                current = Int(last[Int(hop.from)])
            } else {
                found.append(hops[current])
                current = Int(previous[current])
            }
        }
        return TemporalWalk(
            source: isReversed ? vertex : origin,
            hops: isReversed ? found : found.reversed()
        )
    }
}

extension TemporalWalks {
    /// Feeds what tells walks apart as a rule; equal walks have equal contacts too.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(origin)
        hasher.combine(isReversed)
        hasher.combine(arrivals)
        hasher.combine(hopCounts)
    }
}

/// The columns of ``TemporalWalks`` while they are being filled; the origin's own times are set at the end.
struct TemporalFindings {
    var departures: [Int64]
    var arrivals: [Int64]
    var hopCounts: [Int32]
    var hops: [TemporalHop] = []
    var previous: [Int32] = []
    var last: [Int32]
    /// The columns in which ``last`` is a position, if it is none in ``hops``.
    var arcs: TemporalArcs?

    init(vertexCount: Int, origin: Int) {
        departures = [Int64](repeating: .min, count: vertexCount)
        arrivals = [Int64](repeating: .max, count: vertexCount)
        hopCounts = [Int32](repeating: -1, count: vertexCount)
        last = [Int32](repeating: -1, count: vertexCount)
        hopCounts[origin] = 0
    }

    /// How long the walk of a vertex lasts, which may be more than an `Int64` can hold.
    func duration(of vertex: Int) -> UInt64 {
        UInt64(bitPattern: arrivals[vertex] &- departures[vertex])
    }

    /// Adds a hop and returns its number.
    mutating func append(_ hop: TemporalHop, after before: Int32) -> Int32 {
        hops.append(hop)
        previous.append(before)
        return Int32(truncatingIfNeeded: hops.count - 1)
    }
}
