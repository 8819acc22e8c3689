internal import EDTF

// Numbers with units, and what a subject can stand in to one object only.

extension ConflictFinder {
    /// Two numbers for one quantity: of one relation between the same ends, in units of one dimension.
    ///
    /// Hard at one event; a change where the dates exclude each other; else it hangs on both speaking of one time.
    mutating func compareValues() {
        let told = groups { place -> [Quantity] in
            guard claim(place).affirms, let value = claim(place).value?.measured else { return [] }
            return [Quantity(fact: Fact(claim(place)), dimension: value.dimension)]
        }
        for (quantity, places) in told {
            let first = claim(places[0])
            compareValues(
                of: places,
                "how much: \(words(quantity.fact.relation, first.ends))",
                about: first.ends.entities
            )
        }
        let atEvents = groups { place -> [Quantity] in
            guard isFact(place), let event = claim(place).event, let value = claim(place).value?.measured,
                value.dimension == .time
            else { return [] }
            var fact = Fact(claim(place))
            // However it is told: a call, a talk, a meeting.
            fact.relation = ""
            fact.ends = [event]
            return [Quantity(fact: fact, dimension: value.dimension)]
        }
        for (quantity, places) in atEvents {
            let event = quantity.fact.ends[0]
            compareValues(of: places, "how long \(text.name(event)) lasted", about: [event])
        }
    }

    private struct Quantity: Hashable, Comparable {
        var fact: Fact
        var dimension: MeasuredValue.Dimension

        static func < (left: Quantity, right: Quantity) -> Bool {
            left.fact != right.fact ? left.fact < right.fact : left.dimension < right.dimension
        }
    }

    private mutating func compareValues(of places: [Int], _ subject: String, about: [String]) {
        var sides: [[Int]] = []
        for place in places {
            let fitting = sides.firstIndex { side in side.allSatisfy { agree($0, place) } }
            if let fitting { sides[fitting].append(place) } else { sides.append([place]) }
        }
        guard sides.count > 1 else { return }
        sides.sort { (magnitude($0[0]), $0[0]) < (magnitude($1[0]), $1[0]) }
        let statements = sides.map { side in Statement(says: values(of: side), claims: side) }
        let pairs = sides.indices.flatMap { i in sides[(i + 1)...].map { (sides[i], $0) } }
        let meet = pairs.contains { a, b in
            a.contains { one in b.contains { timing(one).meets(timing($0)) > .impossible } }
        }
        guard meet else { return report(.change, subject, about: about, statements) }
        let events = Set(places.map { claim($0).event })
        let oneEvent = events.count == 1 && !events.contains(nil)
        let planned = places.contains { claim($0).status.isPlanned }
        guard !planned else { return report(.tension, subject, about: about, statements) }
        let (kind, assumes) = grade(
            sides,
            assuming: oneEvent ? [] : ["both speak of the same quantity at the same time"]
        )
        report(kind, subject, about: about, statements, assumes: assumes)
    }

    /// The numbers that claims give, each once: "100 percent".
    func values(of places: [Int]) -> String {
        var told: Set<String> = []
        return places.compactMap { claim($0).value?.text }.filter { told.insert($0).inserted }.joined(
            separator: "; "
        )
    }

    private func magnitude(_ place: Int) -> Double { claim(place).value?.measured?.magnitude ?? 0 }

    /// Whether two numbers may stand together: they are of different happenings, or may be one; what is approximate may
    /// lie a tenth off.
    func agree(_ one: Int, _ other: Int) -> Bool {
        if let a = claim(one).event, let b = claim(other).event, a != b { return true }
        guard let a = claim(one).value?.measured, let b = claim(other).value?.measured,
            a.dimension == b.dimension
        else { return true }
        let slack = a.isApproximate || b.isApproximate ? 0.1 : 1e-9
        return abs(a.magnitude - b.magnitude) <= slack * max(abs(a.magnitude), abs(b.magnitude))
    }

    // MARK: One object at a time

    /// A subject that can stand in a relation to one object only, and is said to stand in it to several.
    mutating func compareChoices() {
        let chosen = groups { place -> [Fact] in
            guard isFact(place), graph.relation(of: claim(place)).isSingleValued,
                case .directed(let subject, _) = claim(place).ends
            else { return [] }
            var fact = Fact(claim(place))
            fact.ends = [subject]
            return [fact]
        }
        for (fact, places) in chosen {
            let objects = groups(of: places) { [claim($0).ends.entities[1]] }
            guard objects.count > 1 else { continue }
            let sides = objects.map(\.claims)
            let subject =
                "whom or what \(text.name(fact.ends[0])) \(graph.relation(of: claim(places[0])).reads)"
            let about = fact.ends + objects.map(\.key)
            let statements = objects.map { object, claims in
                Statement(says: "\(text.name(object)), \(dates(of: claims))", claims: claims)
            }
            let times = sides.indices.flatMap { i in
                sides[(i + 1)...].flatMap { other in
                    sides[i].flatMap { one in other.map { timing(one).meets(timing($0)) } }
                }
            }
            guard times.contains(where: { $0 > .impossible }) else {
                report(.change, subject, about: about, statements)
                continue
            }
            let (kind, assumes) = grade(
                sides,
                assuming: times.contains(.certain) ? [] : ["both speak of the same time"]
            )
            report(kind, subject, about: about, statements, assumes: assumes)
        }
    }
}

/// A number on the scale of its unit's dimension, so that two hours are 120 minutes.
struct MeasuredValue {
    enum Dimension: Hashable, Comparable {
        case share
        case time
        /// A unit that is compared with itself only, in the singular; empty for a bare number.
        case other(String)
    }

    var magnitude: Double
    var dimension: Dimension
    var isApproximate: Bool
}

extension ClaimValue {
    /// The number on its scale; nil for text.
    var measured: MeasuredValue? {
        guard case .number(let number, let unit, let isApproximate) = self else { return nil }
        let name = (unit ?? "").lowercased()
        let singular = name.count > 3 && name.hasSuffix("s") ? String(name.dropLast()) : name
        let scale: (Double, MeasuredValue.Dimension)
        switch singular {
        case "percent", "%", "per cent": scale = (1, .share)
        case "second", "s": scale = (1, .time)
        case "minute", "min": scale = (60, .time)
        case "hour", "h": scale = (3600, .time)
        case "day", "d": scale = (86_400, .time)
        case "week": scale = (604_800, .time)
        default: scale = (1, .other(singular))
        }
        return MeasuredValue(magnitude: number * scale.0, dimension: scale.1, isApproximate: isApproximate)
    }
}
