internal import EDTF

/// What is worth a look in a graph that holds together: what `check` reports beside errors.
///
/// - possible duplicates: equal relation, ends, venues and day, but not tied by an event;
/// - several first-of-month dates in one source, which often stand for a month;
/// - entities that no claim names, groups of one name, sources without claims.
public struct Lints: Sendable {
    /// In the order of places.
    public let problems: [Problem]
    /// The number of ties that rest on one origin, and of all ties between actors.
    public let uncorroborated: (alone: Int, all: Int)

    /// Complexity: O(claims log claims).
    public init(_ graph: ClaimGraph) {
        var problems = Self.possibleDuplicates(in: graph)
        problems += Self.placeholders(in: graph)
        problems += Self.unused(in: graph)
        let nowhere = SourceLocation(file: "")
        self.problems = problems.enumerated().sorted { a, b in
            (a.element.location ?? nowhere, a.offset) < (b.element.location ?? nowhere, b.offset)
        }.map(\.element)
        let network = Network(graph)
        let origins = Origins(graph)
        let actorTies = network.ties.filter {
            network.entity($0.a).kind.isActor && network.entity($0.b).kind.isActor
        }
        let alone = actorTies.filter { tie in
            origins.count(tie.edges.map { network.claim(network.edges[$0]) }) == 1
        }
        uncorroborated = (alone.count, actorTies.count)
    }

    /// Claims that may tell of the same happening: equal relation, ends, venues and *day*. Absent or coarser dates
    /// and absent venues are never equal, and two claims that name their events have said what they are about.
    private static func possibleDuplicates(in graph: ClaimGraph) -> [Problem] {
        struct Key: Hashable {
            var relation: String
            var ends: [String]
            var venues: [String]
            var day: Int64
            var polarity: Claim.Polarity
            var isPlanned: Bool
        }
        var groups: [Key: [Claim]] = [:]
        for claim in graph.claims {
            guard case .when(let date) = claim.time, let day = date.singleDay, !claim.venues.isEmpty,
                graph.relation(of: claim).time == .contact
            else { continue }
            var ends = claim.ends.entities
            if case .symmetric = claim.ends { ends.sort() }
            let key = Key(
                relation: claim.relation,
                ends: ends,
                venues: claim.venues.sorted(),
                day: day,
                polarity: claim.polarity,
                isPlanned: claim.status.isPlanned
            )
            groups[key, default: []].append(claim)
        }
        let found = groups.values.filter { $0.count > 1 }.sorted { $0[0].id < $1[0].id }
        return found.flatMap { claims -> [Problem] in
            let first = claims.first { $0.event != nil } ?? claims[0]
            return claims.filter { $0.event == nil && $0.id != first.id }.map { other in
                Problem(
                    .warning,
                    code: "possible-duplicate",
                    at: other.location,
                    "\(other.id) and \(first.id) may tell of the same happening: "
                        + "equal relation, ends, venue and day",
                    hint: first.event.map { "if so, add to \(other.id):  event: \($0)" }
                        ?? "if so, declare an event and name it in both:  event: ID"
                )
            }
        }
    }

    /// Sources that date much to the first of a month.
    private static func placeholders(in graph: ClaimGraph) -> [Problem] {
        firstsOfMonth(in: graph.claims).map { source, claims in
            let days = Set(claims.flatMap(firsts)).sorted().joined(separator: ", ")
            return Problem(
                .warning,
                code: "first-of-month",
                at: claims.first?.location,
                "source \(source) dates \(claims.count) claims to the first of a month (\(days))",
                hint: "such days often stand for an unknown day of the month; if so, write the month alone"
            )
        }
    }

    /// The sources that date three or more claims to the first of two or more months, and of all their days at least a
    /// tenth, three times what chance gives; with these claims.
    static func firstsOfMonth(in claims: [Claim]) -> [(source: String, claims: [Claim])] {
        var found: [String: [Claim]] = [:]
        var days: [String: Int] = [:]
        for claim in claims {
            if Self.days(claim).isEmpty { continue }
            days[claim.source, default: 0] += 1
            if !firsts(claim).isEmpty { found[claim.source, default: []].append(claim) }
        }
        return found.keys.sorted().compactMap { source in
            guard let dated = found[source], dated.count >= 3, Set(dated.flatMap(firsts)).count >= 2,
                dated.count >= (days[source] ?? 0) / 10
            else { return nil }
            return (source, dated)
        }
    }

    /// The dates of a claim that are single days.
    private static func days(_ claim: Claim) -> [(date: EDTFDate, day: Int64)] {
        (claim.time.dates + [claim.said?.when].compactMap(\.self)).compactMap { date in
            date.singleDay.map { (date, $0) }
        }
    }

    /// The dates of a claim that are the first day of a month.
    private static func firsts(_ claim: Claim) -> [String] {
        days(claim).filter { CivilCalendar.date(of: $0.day).day == 1 }.map(\.date.description)
    }

    private static func unused(in graph: ClaimGraph) -> [Problem] {
        var named: Set<String> = []
        var citing: Set<String> = []
        for claim in graph.claims {
            named.formUnion(claim.entitiesNamed)
            citing.insert(claim.source)
        }
        var problems: [Problem] = []
        for entity in graph.entities where !named.contains(entity.id) {
            problems.append(
                Problem(
                    .note,
                    code: "unused-entity",
                    at: entity.location,
                    "no claim names the entity \"\(entity.id)\""
                )
            )
        }
        let origins = Set(graph.sources.flatMap(\.derivedFrom))
        let wires = Set(graph.claims.compactMap(\.via))
        for source in graph.sources
        where !citing.contains(source.id) && !origins.contains(source.id) && !wires.contains(source.id) {
            problems.append(
                Problem(
                    .warning,
                    code: "unused-source",
                    at: source.location,
                    "no claim is taken from source \"\(source.id)\""
                )
            )
        }
        var byName: [String: [Entity]] = [:]
        for entity in graph.entities { byName[NameIndex.fold(entity.name), default: []].append(entity) }
        for name in byName.keys.sorted() {
            guard let entities = byName[name], entities.count > 1 else { continue }
            problems.append(
                Problem(
                    .note,
                    code: "same-name",
                    at: entities[1].location,
                    "\(entities.map { "\"\($0.id)\"" }.joined(separator: " and ")) have the same name",
                    hint:
                        "tell them apart by their names, or say with a claim whether they are the same-as or different-from"
                )
            )
        }
        return problems
    }
}

extension EDTFDate {
    /// The start of the one day that the date names, or nil where it is wider, an interval, or marked as doubtful.
    var singleDay: Int64? {
        guard case .single = structure, precision == .day, qualifiers.isEmpty, !hasUnspecifiedDigits else {
            return nil
        }
        return bounds(as: .spell).beginEarliest
    }
}
