/// A graph's edges sorted by time, made once and then asked any number of questions.
///
///     let order = try TemporalOrder(of: graph, timing: .contacts)
///     let walks = try order.earliestArrival(from: 0, in: 40 ... .max, waiting: .strict)
///     walks.arrivals[3]                       // when the message that leaves 0 at 40 is at 3
///     try walks.walk(of: 3)?.hops             // and over which edges
///
/// A *time-respecting walk* is a sequence of hops, each from where the last one ended and not before it
/// ended; a ``WaitingRule`` says how long a stay between two hops may last. What a hop is depends on the
/// ``EdgeTiming``. All answers are about walks, which may meet a vertex twice; without a longest wait there
/// is always a best walk that does not.
///
/// *Conventions.* Times are integers in the caller's unit. `Int64.min` and `Int64.max` stand for "always so
/// far" and "never": no hop departs at the one or arrives at the other, but spells may begin and end there. A
/// walk lies wholly within the period asked about, both its ends included. An edge that joins a vertex to
/// itself is a hop like any other. Parallel edges stay apart.
///
/// - SeeAlso: Holme, Saramäki (2012), "Temporal networks",
///   [doi:10.1016/j.physrep.2012.03.001](https://doi.org/10.1016/j.physrep.2012.03.001); Moody (2002), "The
///   importance of relationship timing for diffusion",
///   [doi:10.1353/sof.2002.0056](https://doi.org/10.1353/sof.2002.0056).
public struct TemporalOrder: Sendable {
    /// What the begin and end of an edge mean.
    public enum EdgeTiming: Hashable, Sendable {
        /// The edge is gone once: it departs at its begin and arrives at its end.
        case contacts
        /// The edge can be gone at any time from its begin on and before its end (`[onset, terminus)`), or
        /// up to and with its end if that is included; going takes no time.
        case spells(endIncluded: Bool)
    }

    /// The number of vertices, which are called as in the graph.
    public let vertexCount: Int
    /// What begins and ends mean.
    public let timing: EdgeTiming

    let arcs: TemporalArcs
    private let mirror: TemporalArcs?

    /// Sorts the edges of a graph that has begins and ends.
    ///
    /// - Parameters:
    ///   - graph: a graph with times.
    ///   - timing: what its begins and ends mean.
    ///   - direction: which way edges are followed.
    ///   - keepsMirror: whether the order that latest departures need is made at once, in as much memory
    ///     again, rather than for each of those questions.
    /// - Throws: ``GraphError`` with `missingTimes` or, if there are more than ``CompactGraph/arcLimit``
    ///   hops, `tooLarge`.
    /// - Complexity: O(V + E log E), O(V + E) where the edges are in order; 32 bytes a hop and 4 a vertex. A
    ///   directed edge is one hop, another one two, and a loop always one.
    public init(
        of graph: CompactGraph,
        timing: EdgeTiming,
        direction: CompactGraph.SearchDirection = .outgoing,
        keepsMirror: Bool = false
    ) throws(GraphError) {
        vertexCount = graph.vertexCount
        self.timing = timing
        arcs = try TemporalArcs(graph, timing: timing, direction: direction)
        mirror = keepsMirror ? arcs.mirrored() : nil
    }

    /// The hops turned round in space and time.
    func mirrored() -> TemporalArcs { mirror ?? arcs.mirrored() }

    func check(_ source: Int, _ waiting: WaitingRule) throws(GraphError) {
        guard source >= 0, source < vertexCount else {
            throw GraphError(
                .vertexOutOfRange,
                "vertex \(source) is not one of the graph's \(vertexCount) vertices"
            )
        }
        try check(waiting)
    }

    func check(_ waiting: WaitingRule) throws(GraphError) {
        guard waiting.minimum >= 0, waiting.maximum ?? .max >= waiting.minimum else {
            throw GraphError(
                .invalidParameter,
                "a wait of \(waiting.minimum) to \(waiting.maximum ?? .max) is not one from 0 up"
            )
        }
        if timing != .contacts, let maximum = waiting.maximum {
            throw GraphError(
                .invalidParameter,
                "a longest wait, \(maximum), can be asked of contacts, not of spells"
            )
        }
    }
}

/// How long a walk stays at a vertex between two hops, in the unit of the times; the stay before the first hop
/// is not limited.
public struct WaitingRule: Hashable, Sendable {
    /// The shortest stay, from 0 up.
    public var minimum: Int64
    /// The longest stay, not below the shortest; `nil` for any.
    public var maximum: Int64?

    /// Makes a rule.
    public init(minimum: Int64 = 0, maximum: Int64? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// A hop may depart at the time at which the one before arrives.
    public static let nonStrict = WaitingRule()
    /// A hop departs after the one before has arrived; as times are integers, at least one unit later.
    public static let strict = WaitingRule(minimum: 1)
}

extension GraphError.Code {
    /// A temporal algorithm was asked of a graph that has no times.
    public static let missingTimes = GraphError.Code(rawValue: "missingTimes")
}

/// The times within which a walk lies: no departure before the start, no arrival after the deadline.
struct TemporalWindow {
    let start: Int64
    let deadline: Int64

    init(_ period: ClosedRange<Int64>) {
        start = max(period.lowerBound, .min + 1)
        deadline = min(period.upperBound, .max - 1)
    }

    /// The window seen by somebody for whom time goes backwards; `~` turns the order of numbers round, and
    /// cannot overflow.
    init(mirroring window: TemporalWindow) {
        start = ~window.deadline
        deadline = ~window.start
    }
}
