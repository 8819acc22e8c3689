public import EDTF

/// A time-respecting path: each hop begins where and not before the one before has ended.
public struct Journey: Sendable, Hashable {
    /// From when to when something lies over the readings; nil for no bound.
    public struct Interval: Sendable, Hashable {
        /// The earliest, as an instant: the first second of a day where dates are days.
        public var earliest: Int64?
        /// The latest.
        public var latest: Int64?
    }

    /// Its hops, each with the edges over which it can be gone, the support and what a reader should know; its dates say
    /// whether this very journey can be made in every reading or in some.
    public var path: Path
    /// When its first hop begins, over the readings in which it can be made.
    public var departure: Interval
    /// When its last hop ends.
    public var arrival: Interval
    /// Whether it could not be shown to be certain, and is not shown to be only possible.
    public var isDatesBound: Bool
    /// Whether the intervals are outer bounds; otherwise their ends are met by readings.
    public var isIntervalBound: Bool
}

/// The time-respecting paths between two entities, or why there is none.
public struct JourneyResult: Sendable {
    /// How good the best journey is, over the readings: the time of its arrival or departure (an instant), its length in
    /// seconds, or its hops.
    public struct Optimum: Sendable, Hashable {
        /// The least: in the reading where it is best, save for departures, which are best where they are latest.
        public var low: Int64?
        /// The greatest; nil where there is no bound or not every reading has a journey.
        public var high: Int64?
        /// Whether the best reading may not be as good: readings could not be gone through.
        public var isBestBound: Bool
        /// Whether the worst reading may not be as bad.
        public var isWorstBound: Bool
    }

    /// Two steps that would join them, save that the first comes too late for the second.
    public struct TimeMiss: Sendable, Hashable {
        /// The vertices of the path.
        public var vertices: [Int]
        /// The edges of the step that comes too late, or none where it is the start that does.
        public var before: [Int]
        /// The first instant at which one could go on from it.
        public var ready: Int64?
        /// The edges of the step that is over by then.
        public var after: [Int]
        /// The last instant at which that one could begin.
        public var over: Int64?
    }

    /// The network that was searched.
    public var network: Network
    /// The id of the entity that journeys start from.
    public var from: String
    /// The id of the entity that they lead to.
    public var to: String
    /// What was asked for, by which rule.
    public var options: JourneyOptions
    /// Whether times are whole days; otherwise seconds.
    public var countsDays: Bool
    /// The best journeys, in the reading that has the best; certain ones first, then better supported.
    public var journeys: [Journey]
    /// The best of those that can be made in every reading, where none of the listed ones can.
    public var certain: Journey?
    /// Whether there may be a better one that is certain, or one at all where none is given.
    public var isCertainBound: Bool
    /// Whether in every reading there is some journey.
    public var connected: Certainty
    /// Whether that is not known: it could neither be shown for every reading nor ruled out.
    public var isConnectedBound: Bool
    /// How good the best journey is.
    public var optimum: Optimum
    /// How many readings differ in it; `Int.max` for more than that.
    public var readings: Int
    /// Whether all of them were gone through.
    public var isExact: Bool
    /// Whether more journeys are as good as those listed.
    public var isCut: Bool
    /// Where there is none: the shortest paths with the two steps that miss each other least.
    public var nearest: [TimeMiss]
    /// Where there is none: what would have to count too for one to be possible.
    public var relaxations: [String]
}

extension Network {
    /// The journeys from one entity to another that are best by an objective: time-respecting paths over contacts and
    /// spells.
    ///
    /// *Conventions.* Times are whole days unless every dated contact that counts is told to the second. A contact is
    /// gone once: a hop over it departs on its first day and arrives on its last, which are one for a contact that did
    /// not last. A spell can be gone on any of its days, and going takes no time. Claims of one happening share its date.
    /// A hop may begin on the day on which the one before ended; strictly, on a later one. Journeys pass nobody twice,
    /// nothing that the view gives no transit, and no venue. The period of a view limits them as the first departure and
    /// the last arrival that are asked for do.
    ///
    /// A journey is certain if it can be made in every reading, each time by some of its edges; two entities are
    /// certainly connected if in every reading there is some journey. Up to a number of readings both are found by going
    /// through them. Beyond it a journey is called certain if each hop has ended for certain before the next begins
    /// (each may be late, and the next one early), which holds for fewer; that they are connected in every reading is
    /// ruled out by readings in which they are not, and stays unknown if none is found.
    ///
    /// - Parameters:
    ///   - from: an entity's id.
    ///   - to: another one's.
    /// - Throws: `AnalysisError` where an entity is unknown or both are the same; where a wait is none, or does not fit
    ///   the unit; where a longest wait is asked over spells, or with more readings than can be gone through.
    /// - Complexity: O((V + E) log V) for the earliest arrival and the latest departure, times the hops for the fewest,
    ///   times the different begins and ends of dates for the fastest; times the readings where they are gone through.
    public func journeys(from: String, to: String, options: JourneyOptions = JourneyOptions())
        throws(AnalysisError)
        -> JourneyResult
    {
        try requireEntity(from)
        try requireEntity(to)
        if from == to {
            throw AnalysisError(.sameEntity, "\"\(from)\" is named twice: a path joins two entities")
        }
        guard let source = vertex(of: from), let target = vertex(of: to) else {
            var result = JourneyFinder.nothing(self, from: from, to: to, options, countsDays: true)
            result.relaxations = try journeyRelaxations(from: from, to: to, options)
            return result
        }
        let ground = try JourneyGround(self, from: source, to: target, options: options)
        var finder = JourneyFinder(ground, options)
        var result = try finder.result(from: from, to: to)
        if result.journeys.isEmpty {
            result.nearest = finder.nearest()
            result.relaxations = try journeyRelaxations(from: from, to: to, options)
        }
        return result
    }

    /// The steps by which the view could be widened for a journey to be possible, as far as single hops tell.
    private func journeyRelaxations(from: String, to: String, _ options: JourneyOptions) throws(AnalysisError)
        -> [String]
    {
        var found: [String] = []
        for step in view.relaxations where mayAdd(step) && step.view.through == view.through {
            let wider = Network(graph, view: step.view)
            guard let source = wider.vertex(of: from), let target = wider.vertex(of: to) else { continue }
            var asked = options
            asked.maximumWait = nil
            let ground = try JourneyGround(wider, from: source, to: target, options: asked)
            if JourneyFinder(ground, asked).mayConnect { found.append(step.name) }
        }
        return found
    }
}
