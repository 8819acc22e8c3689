import Entente
import GraphKernel

/// A small random graph whose dates are days 1 to 9 of January 2020, and all its readings, listed one by one by the
/// definition: slow and obvious, and without any code of the library.
struct ReadingChecker {
    /// One claim.
    struct Statement {
        var people: [Int]
        var isDirected = false
        var isSpell = false
        /// The days on which it can begin; a contact also ends then.
        var days: [Int]
        /// The days on which a spell can end.
        var ends: [Int] = []
        var event: Int?
        var tag: Int?
        var isDoubtful = false
    }

    /// What is so in one reading: when each claim began and ended, nil for an alternative that is not so.
    typealias Reading = [ClosedRange<Int>?]

    /// The date of a claim whose doubtful date is wrong.
    static let unknown = 99...99

    static let days = 1...9
    var statements: [Statement] = []
    let personCount: Int
    let isDirected: Bool

    init(seed: UInt64, onlyContacts: Bool) {
        var random = SplitMix64(seed: seed)
        func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        personCount = 4 + below(2)
        isDirected = seed % 4 == 0
        var open = 2 + below(2)
        let hasEvent = below(2) == 0
        let hasTag = below(3) == 0
        for place in 0..<(4 + below(4)) {
            let a = below(personCount)
            var people = [a, (a + 1 + below(personCount - 1)) % personCount]
            if below(6) == 0, let third = (0..<personCount).first(where: { !people.contains($0) }) {
                people.append(third)
            }
            let first = 1 + below(8)
            var statement = Statement(people: people, days: [first])
            let isOpen = open > 0 && below(2) == 0
            if isOpen { open -= 1 }
            if !onlyContacts, below(3) == 0 {
                statement.people = Array(people.prefix(2))
                statement.isSpell = true
                let last = min(9, first + below(5))
                statement.ends = isOpen ? Array(max(first, last - 1)...min(9, last + 1)) : [last]
            } else {
                statement.isDirected = people.count == 2 && below(4) == 0
                if isOpen {
                    let count = 1 + below(4)
                    statement.days =
                        below(4) == 0
                        ? [first, min(9, first + 2)] : Array(first...min(9, first + count))
                    if statement.days[0] == statement.days[statement.days.count - 1] {
                        statement.days = [first]
                    }
                }
                if hasEvent, place < 3 { statement.event = 0 }
            }
            if hasTag, place == 3 || place == 4, statement.event == nil { statement.tag = 0 }
            if statement.days.count == 1, !statement.isSpell, below(8) == 0 { statement.isDoubtful = true }
            statements.append(statement)
        }
        if statements.count(where: { $0.tag != nil }) == 1 {
            for place in statements.indices { statements[place].tag = nil }
        }
    }

    // MARK: The graph

    static func day(_ number: Int) -> String { "2020-01-0\(number)" }

    private func text(_ days: [Int], isDoubtful: Bool = false) -> String {
        if days.count == 1 { return Self.day(days[0]) + (isDoubtful ? "?" : "") }
        let isRange = days[days.count - 1] - days[0] == days.count - 1
        let ends = [days[0], days[days.count - 1]].map(Self.day)
        return "[" + ends.joined(separator: isRange ? ".." : ",") + "]"
    }

    var graph: TestGraph {
        TestGraph {
            for number in 0..<personCount { person("p\(number)") }
            event("e0")
            for statement in statements {
                let people = statement.people.map { "p\($0)" }
                let when = text(statement.days, isDoubtful: statement.isDoubtful)
                let own =
                    statement.isSpell
                    ? claim(
                        "allied-with",
                        .symmetric(people),
                        .span(from: date(when), until: date(text(statement.ends)))
                    )
                    : statement.isDirected
                        ? claim(people[0], "told", people[1], when: when)
                        : claim("met", .symmetric(people), .when(date(when)))
                own.with {
                    $0.event = statement.event.map { "e\($0)" }
                    $0.oneOf = statement.tag.map { "t\($0)" }
                }
            }
        }
    }

    // MARK: Readings

    /// All readings; what is doubtful is so in one and not in another.
    var readings: [Reading] {
        var readings: [Reading] = [Array(repeating: nil, count: statements.count)]
        func multiply(_ options: [(inout Reading) -> Void]) {
            readings = readings.flatMap { reading in
                options.map { option in
                    var next = reading
                    option(&next)
                    return next
                }
            }
        }
        let shared = statements.indices.filter { statements[$0].event != nil }
        if shared.count > 1 {
            let (days, mayBeAbsent) = sharedDays(shared)
            var options: [(inout Reading) -> Void] = days.map { day in
                { reading in for place in shared { reading[place] = day...day } }
            }
            if mayBeAbsent {
                options.append { reading in for place in shared { reading[place] = Self.unknown } }
            }
            multiply(options)
        }
        for (place, statement) in statements.enumerated() where statement.event == nil || shared.count < 2 {
            var options: [(inout Reading) -> Void] = []
            for begin in statement.days {
                for end in statement.isSpell ? statement.ends : [begin] where begin <= end {
                    options.append { $0[place] = begin...end }
                }
            }
            if statement.isDoubtful { options.append { $0[place] = Self.unknown } }
            multiply(options)
        }
        let tagged = statements.indices.filter { statements[$0].tag != nil }
        if !tagged.isEmpty {
            multiply(
                tagged.map { kept in
                    { reading in for place in tagged where place != kept { reading[place] = nil } }
                }
            )
        }
        return readings
    }

    /// The days of one happening: those on which as many of its firm claims agree as can, and the doubtful ones.
    private func sharedDays(_ places: [Int]) -> (days: [Int], mayBeAbsent: Bool) {
        let firm = places.filter { !statements[$0].isDoubtful }
        func agreeing(_ day: Int) -> Set<Int> { Set(firm.filter { statements[$0].days.contains(day) }) }
        let sides = Self.days.map(agreeing)
        var days = Set(
            Self.days.filter { day in
                let own = agreeing(day)
                return !own.isEmpty && !sides.contains { own.isStrictSubset(of: $0) }
            }
        )
        for place in places where statements[place].isDoubtful { days.formUnion(statements[place].days) }
        return (days.sorted(), firm.isEmpty)
    }

    // MARK: Ties

    /// Whom each person is tied to by some claims, in the direction in which a path may go.
    func neighbors(_ isSo: (Int) -> Bool) -> [Set<Int>] {
        var neighbors = Array(repeating: Set<Int>(), count: personCount)
        for (place, statement) in statements.enumerated() where isSo(place) {
            for a in statement.people {
                for b in statement.people where a != b && goes(statement, from: a, to: b) {
                    neighbors[a].insert(b)
                }
            }
        }
        return neighbors
    }

    func goes(_ statement: Statement, from a: Int, to b: Int) -> Bool {
        statement.people.contains(a) && statement.people.contains(b)
            && !(isDirected && statement.isDirected && a != statement.people[0])
    }

    /// All ways from person 0 to person 1 that pass nobody twice.
    var ways: [[Int]] {
        let neighbors = neighbors { _ in true }
        func extend(_ way: [Int]) -> [[Int]] {
            guard let last = way.last, last != 1 else { return [way] }
            return neighbors[last].subtracting(way).sorted().flatMap { extend(way + [$0]) }
        }
        return extend([0])
    }

    /// For each person the smallest that some claims connect it with, direction left aside.
    func components(_ isSo: (Int) -> Bool) -> [Int] {
        let neighbors = neighbors(isSo)
        var labels = Array(0..<personCount)
        for _ in 0..<personCount {
            for a in 0..<personCount {
                for b in neighbors[a] {
                    (labels[a], labels[b]) = (min(labels[a], labels[b]), min(labels[a], labels[b]))
                }
            }
        }
        return labels
    }

    // MARK: Journeys

    /// A departure and an arrival.
    struct Schedule: Hashable {
        var departure: Int
        var arrival: Int
    }

    /// The departures and arrivals with which a way can be gone in a reading.
    func schedules(_ way: [Int], in reading: Reading, least: Int, most: Int?) -> [Schedule] {
        var open: [Schedule] = []
        for place in way.indices.dropLast() {
            var hops: [Schedule] = []
            for (number, statement) in statements.enumerated()
            where goes(statement, from: way[place], to: way[place + 1]) {
                guard let time = reading[number], time != Self.unknown else { continue }
                if statement.isSpell {
                    hops += time.map { Schedule(departure: $0, arrival: $0) }
                } else {
                    hops.append(Schedule(departure: time.lowerBound, arrival: time.upperBound))
                }
            }
            if place == 0 {
                open = hops
            } else {
                var next: Set<Schedule> = []
                for hop in hops {
                    for one in open where (least...(most ?? 99)).contains(hop.departure - one.arrival) {
                        next.insert(Schedule(departure: one.departure, arrival: hop.arrival))
                    }
                }
                open = Array(next)
            }
            if open.isEmpty { break }
        }
        return open
    }
}
