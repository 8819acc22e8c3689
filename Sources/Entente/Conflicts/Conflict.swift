/// A place where claims do not go together, or are worth comparing: what is said on each side, and nothing decided.
///
/// Entente picks no winner. A conflict is `hard` only where no reading of the dates lets both sides stand and the
/// claims themselves state all that this needs; where it hangs on something that no claim states, it is
/// `conditional` and says on what.
public struct Conflict: Sendable, Hashable {
    /// How grave it is, the gravest first.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
        /// No reading lets both sides stand: the same happening or a fact that comes once, with dates or values that
        /// exclude each other, or said to be so and not so.
        case hard
        /// Hard under an assumption that it names.
        case conditional
        /// Denied, doubted, or told otherwise, in a way that leaves room for both.
        case tension
        /// The same, told more and less exactly.
        case precision
        /// A change over time: both sides stand, each in its time.
        case change
        /// What was planned beside what came of it.
        case plannedActual = "planned-actual"
        /// A speaker takes back what he said.
        case reversal
        /// Two that may be one.
        case identity
        /// Dates that may stand for a longer time: several firsts of a month in one source.
        case placeholder

        /// The gravest first.
        public static func < (left: Kind, right: Kind) -> Bool { left.order < right.order }

        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// One of the statements that stand against each other, and who makes it.
    public struct Side: Sendable, Hashable {
        /// What it comes to: "2013", "100 percent", "not so".
        public var says: String
        /// Its claims, by their places in the graph, ascending; never empty.
        public var claims: [Int]
        /// How many independent origins it has.
        public var origins: Int
    }

    /// How grave it is.
    public var kind: Kind
    /// What the sides are about, in words: "the date of Miss Universe pageant, Moscow".
    public var subject: String
    /// The entities that it is about, by id.
    public var about: [String]
    /// Two sides or more, the earliest first where they differ by date; of a placeholder, one.
    public var sides: [Side]
    /// What a conditional one hangs on.
    public var assumes: String?
}

/// The conflicts among the claims of a view.
public struct ConflictReport: Sendable {
    /// The graph.
    public var graph: ClaimGraph
    /// The view.
    public var view: View
    /// The entities asked for, by id; with none, all conflicts.
    public var entities: [String]
    /// By kind, the gravest first, then by what they are about.
    public var conflicts: [Conflict]
    /// The number of claims that were compared.
    public var compared: Int
    /// How many claims the view left out, and why.
    public var excluded: Exclusions
}

extension View {
    /// All that anybody says, in whatever voice, planned or not, so or not so: what is looked at for conflicts.
    public static var everythingSaid: View {
        var view = View()
        view.modalities = Set(Claim.Modality.allCases)
        view.polarities = Set(Claim.Polarity.allCases)
        view.statuses = Set(Claim.Status.allCases)
        return view
    }
}

extension ClaimGraph {
    /// Lists where claims contradict each other, and what is worth comparing beside.
    ///
    /// - Parameters:
    ///   - entities: ids; a conflict is listed where it is about one of them, or a claim on a side has one as an end.
    ///     With none, all are listed.
    ///   - view: the claims that are looked at.
    /// - Throws: `AnalysisError` where an entity is unknown.
    /// - Complexity: O(claims log claims), and the square of the number of different dates or values that are given
    ///   to one happening.
    public func conflicts(
        about entities: [String] = [],
        view: View = .everythingSaid
    ) throws(AnalysisError) -> ConflictReport {
        for id in entities where entity(id) == nil {
            throw AnalysisError(.unknownEntity, "there is no entity \"\(id)\"")
        }
        var finder = ConflictFinder(self, view: view)
        finder.compareDates()
        finder.comparePolarities()
        finder.compareOrdinals()
        finder.compareValues()
        finder.compareChoices()
        finder.comparePlans()
        finder.compareSpeakers()
        finder.compareIdentities()
        finder.compareGranularity()
        finder.findPlaceholders()
        let found = finder.conflicts.filter { conflict in
            entities.isEmpty || entities.contains(where: conflict.about.contains)
                || conflict.sides.contains { side in
                    side.claims.contains { place in
                        entities.contains {
                            claims[place].ends.entities.contains($0) || claims[place].event == $0
                        }
                    }
                }
        }
        return ConflictReport(
            graph: self,
            view: view,
            entities: entities,
            conflicts: found.enumerated().sorted { a, b in
                (a.element.kind, a.element.subject, a.offset) < (b.element.kind, b.element.subject, b.offset)
            }.map(\.element),
            compared: finder.eligible.count,
            excluded: finder.excluded
        )
    }
}
