import EDTF
import Entente
import Testing

@Suite("Readings")
struct ReadingTests {
    // MARK: One happening, one date

    @Test("claims of one event share its date: where they agree it is what both admit")
    func agreement() throws {
        let test = TestGraph {
            person("a", "b", "c")
            event("e")
            met("a", "b", when: "2018").on("e").id("year")
            met("a", "c", when: "2018-07-16").on("e").by("r").id("day")
            met("b", "c", when: "2018").id("alone")
        }
        let august = try test.network { $0.period = .asOf(date("2018-08-01")) }
        #expect(august.dates(ofClaim: "year") == .certain)
        #expect(august.dates(ofClaim: "alone") == .possible)
        let june = try test.network { $0.period = .asOf(date("2018-06-01")) }
        #expect(june.dates(ofClaim: "year") == .impossible)
    }

    @Test("where they are disjoint a reading takes a side, and all claims go with it")
    func sides() throws {
        let test = TestGraph {
            person("a", "b", "c")
            event("e")
            met("a", "b", when: "2018-07-01").on("e").id("first")
            met("a", "c", when: "2018-07-16").on("e").by("r").id("second")
        }
        let between = try test.network { $0.period = .asOf(date("2018-07-10")) }
        #expect(between.dates(ofClaim: "first") == .possible)
        #expect(between.dates(ofClaim: "second") == .possible)
        #expect(
            try test.network { $0.period = .asOf(date("2018-07-16")) }.dates(ofClaim: "first") == .certain
        )
        // Of three, two of whom agree, both sides are taken still: no winner is picked.
        let three = TestGraph {
            person("a", "b")
            event("e")
            met("a", "b", when: "2018-07-01").on("e").id("first")
            met("a", "b", when: "2018-07-16").on("e").by("r").id("second")
            met("a", "b", when: "2018-07").on("e").by("q").id("month")
        }
        let period = View.Period.asOf(date("2018-07-10"))
        #expect(try three.network { $0.period = period }.dates(ofClaim: "month") == .possible)
    }

    @Test("what is doubtful, planned, negative, an alternative or an interval dates nobody else's happening")
    func outsiders() throws {
        let network = try TestGraph {
            person("a", "b")
            event("e")
            met("a", "b", when: "2018-07-01").on("e").id("firm")
            met("a", "b", when: "2018-09-01?").on("e").id("doubtful")
            met("a", "b", when: "2018-09-02").on("e").status(.scheduled)
            met("a", "b", when: "2018-09-03").on("e").negative()
            met("a", "b", when: "2018-09-04/2018-09-05").on("e").id("lasted")
        }.network { $0.period = .asOf(date("2018-08-01")) }
        // The doubtful date is possible besides; the others do not count.
        #expect(network.dates(ofClaim: "firm") == .possible)
        #expect(network.dates(ofClaim: "doubtful") == .possible)
        #expect(network.dates(ofClaim: "lasted") == .impossible)
    }

    @Test("an undated claim takes the date of its event")
    func undated() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            event("e")
            met("a", "b").on("e").id("undated")
            met("a", "c", when: "2018-07-16").on("e").by("r")
        }.network { $0.period = .asOf(date("2018-07-16")) }
        #expect(network.dates(ofClaim: "undated") == .certain)
    }

    // MARK: Connected, and a path

    @Test("of alternatives one is so: certainly connected, though no single path is certain")
    func alternatives() throws {
        let test = TestGraph {
            person("a", "b", "c", "z")
            met("a", "b").with { $0.oneOf = "envoy" }
            met("a", "c").with { $0.oneOf = "envoy" }
            met("b", "z")
            met("c", "z")
        }
        let result = try test.network().paths(from: "a", to: "z")
        #expect(result.ways == ["a-b-z", "a-c-z"])
        #expect(result.paths.allSatisfy { $0.dates == .possible })
        let connectedness = try #require(result.connectedness)
        #expect(connectedness.dates == .certain && !connectedness.isBound && connectedness.readings == 2)
        #expect(connectedness.fewest == 2 && connectedness.most == 2)
        let text = Answer(result).rendered(as: .table)
        #expect(
            text.contains(
                "Certainly connected, though no single path is certain: in every reading (2 readings) some path joins them"
            )
        )
        // One reading has one member only: a way over both is none.
        let both = try test.network().paths(from: "b", to: "c", options: PathOptions(.shortest(9)))
        #expect(both.ways == ["b-z-c"])
        // With one of two left out by the view, the other may not be so.
        let one = try test.network { $0.without = ["c"] }.paths(from: "a", to: "z")
        #expect(one.connectedness?.dates == .possible)
        // A member that the analyst has set aside is no alternative.
        let deprecated = try TestGraph {
            person("a", "b", "c")
            met("a", "b").with { $0.oneOf = "envoy" }
            met("a", "c").with {
                $0.oneOf = "envoy"
                $0.rank = .deprecated
                $0.rankReason = "mistaken"
            }
        }.network().paths(from: "a", to: "b")
        #expect(deprecated.paths.map(\.dates) == [.certain])
    }

    @Test("as of a wider date one way holds until June and another from May on")
    func relay() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            allied("a", "c", time: .span(from: date("2018-01-01"), until: date("2018-06-30")))
            allied("a", "b", time: .span(from: date("2018-05-01"), until: date("2018-12-31")))
            allied("b", "c", time: .span(from: date("2017"), until: date("2019")))
        }.network { $0.period = .asOf(date("2018")) }
        let result = try network.paths(from: "a", to: "c")
        #expect(result.ways == ["a-c"] && result.paths[0].dates == .possible)
        #expect(result.connectedness?.dates == .certain)
        #expect(result.connectedness?.fewest == 1 && result.connectedness?.most == 2)
        let ego = try network.ego(of: "a", radius: 1)
        #expect(ego.members.map { network.entity($0.vertex).id } == ["a", "b", "c"])
        #expect(ego.dates == [.certain, .possible, .possible])
        #expect(try network.ego(of: "a", radius: 2).dates == [.certain, .certain, .certain])
    }

    @Test("both certainties at once, in words")
    func words() throws {
        let result = try TestGraph {
            person("a", "b", "c")
            met("a", "b")
            met("a", "c", when: "2017")
            met("c", "b", when: "2017")
        }.network { $0.period = .asOf(date("2018-05-01")) }.paths(from: "a", to: "b")
        #expect(
            Answer(result).sentences == [
                "A and B are 1 hop apart, in one way.",
                "2 hops, certain; 1 hop if the undated claim s/c1 counts.",
            ]
        )
        #expect(result.connectedness?.most == 2)
    }

    @Test("more readings than can be gone through give a bound")
    func bound() throws {
        let test = TestGraph {
            person("a", "b", "y", "z")
            for number in 0..<16 {
                person("m\(number)")
                met("a", "m\(number)").with { $0.oneOf = "t\(number)" }
                met("b", "m\(number)").with { $0.oneOf = "t\(number)" }
                met("m\(number)", "z")
            }
            met("a", "y")
        }
        let network = try test.network()
        let result = try network.paths(from: "a", to: "z")
        #expect(result.connectedness?.readings == 65_536)
        #expect(result.connectedness?.isBound == true && result.connectedness?.dates == .possible)
        #expect(try network.paths(from: "a", to: "y").connectedness?.dates == .certain)
        let intervals = network.tieIntervals()
        #expect(intervals.isBound)
        let a = try #require(network.vertex(of: "a"))
        #expect(intervals.degrees[a] == .init(low: 1, high: 17))
        #expect(try network.ego(of: "a", radius: 1).isBound)
    }
}
