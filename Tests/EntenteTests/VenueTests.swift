import EDTF
import Entente
import GraphKernel
import Testing

@Suite("Paths through venues")
struct VenueTests {
    private func visit(_ who: String, _ when: String?) -> Claim { claim(who, "visited", "v", when: when) }

    private func paths(_ claims: Claim..., change: (inout View) -> Void = { _ in }) throws -> PathResult {
        try TestGraph {
            person("a", "b", "c")
            venue("v")
            event("e")
            claims
        }.network {
            $0.through = [.venue]
            change(&$0)
        }.paths(from: "a", to: "b")
    }

    @Test("stays that overlap join, those that do not, do not")
    func overlap() throws {
        let certain = try paths(visit("a", "2018-07-10/2018-07-16"), visit("b", "2018-07-16"))
        #expect(certain.ways == ["a-v-b"])
        #expect(certain.paths[0].dates == .certain && certain.paths[0].caveats.isEmpty)
        #expect(try paths(visit("a", "2018-07-10/2018-07-15"), visit("b", "2018-07-16")).paths.isEmpty)
        let possible = try paths(visit("a", "2018-07"), visit("b", "2018-07-16"))
        #expect(possible.ways == ["a-v-b"])
        #expect(possible.paths[0].dates == .possible)
        #expect(possible.paths[0].caveats == ["passes through V: the stays may not have overlapped"])
        #expect(possible.shortestCertain == nil)
        #expect(try paths(visit("a", nil), visit("b", "2018-07-16")).paths[0].dates == .possible)
    }

    @Test("unless the view lets paths through, none passes a venue, and the answer says so")
    func closed() throws {
        let result = try paths(visit("a", "2018"), visit("b", "2018")) { $0.through = [] }
        #expect(result.paths.isEmpty)
        #expect(result.nearest.map(\.relaxation) == ["paths through venues"])
        let named = try paths(visit("a", "2018"), visit("b", "2018")) {
            $0.through = []
            $0.throughEntities = ["v"]
        }
        #expect(named.ways == ["a-v-b"])
    }

    @Test("the stays told are two that overlap, not the first of each")
    func told() throws {
        let result = try paths(
            visit("a", "2017-01-01"),
            visit("a", "2019-01-01"),
            visit("b", "2018-01-01"),
            visit("b", "2019-01-01")
        )
        let path = try #require(result.paths.first)
        #expect(
            path.hops.map { result.network.claim(result.network.edges[$0.edges[0]]).id.local } == [
                "c2", "c4",
            ]
        )
        #expect(path.hops.map(\.edges.count) == [1, 1])
        #expect(path.dates == .certain)
    }

    @Test("one happening, or one claim, is one stay")
    func together() throws {
        let event = try paths(
            met("a", "c", when: "2018").at("v").on("e"),
            met("b", "c", when: "2018").at("v").on("e"),
            change: { $0.without = ["c", "e"] }
        )
        #expect(event.paths.isEmpty, "with c left out too little of both claims is left")
        let kept = try paths(
            met("a", "c", when: "2018").at("v").on("e"),
            met("b", "c", when: "2018").at("v").on("e")
        ) { $0.kinds = [.person, .venue] }
        #expect(Set(kept.ways) == ["a-c-b", "a-v-b"])
        #expect(kept.paths.allSatisfy { $0.dates == .certain })
    }

    @Test("to speak of a place is no stay")
    func commentary() throws {
        #expect(try paths(claim("a", "criticised", "v", when: "2018"), visit("b", "2018")).paths.isEmpty)
        #expect(
            try paths(claim("a", "criticised", "c", when: "2018").at("v"), visit("b", "2018")).ways == [
                "a-v-b"
            ]
        )
    }

    @Test("a venue is reached as an end, and may be passed at two different meetings")
    func twice() throws {
        let test = TestGraph {
            person("a", "b", "c")
            venue("v")
            visit("a", "2018-01-01")
            visit("b", "2018-01-01/2018-02-01")
            visit("c", "2018-02-01")
        }
        let network = try test.network { $0.through = [.venue] }
        #expect(try network.paths(from: "a", to: "v").ways == ["a-v"])
        #expect(try network.paths(from: "a", to: "c").ways == ["a-v-b-v-c"])
    }

    @Test("directed: a meeting at a venue goes both ways")
    func directed() throws {
        let result = try paths(visit("a", "2018-07-16"), visit("b", "2018-07-16")) { $0.isDirected = true }
        #expect(result.ways == ["a-v-b"])
    }

    @Test("random stays: joined if and only if two of them overlap, as comparing all pairs of days finds")
    func bruteForce() throws {
        var random = SplitMix64(seed: 7)
        let origin = CivilCalendar.day(2020, 1, 1)
        for _ in 0..<80 {
            func stays() -> [ClosedRange<Int64>] {
                (0..<(1 + Int(random.next() % 4))).map { _ in
                    let begin = Int64(random.next() % 60)
                    return begin...(begin + Int64(random.next() % 6))
                }
            }
            func text(_ day: Int64) -> String {
                CivilCalendar.isoDay(origin + day * CivilCalendar.secondsPerDay)
            }
            let (mine, yours) = (stays(), stays())
            let result = try TestGraph {
                person("a", "b")
                venue("v")
                for stay in mine { visit("a", "\(text(stay.lowerBound))/\(text(stay.upperBound))") }
                for stay in yours { visit("b", "\(text(stay.lowerBound))/\(text(stay.upperBound))") }
            }.network { $0.through = [.venue] }.paths(from: "a", to: "b")
            let overlap = mine.contains { stay in yours.contains { $0.overlaps(stay) } }
            #expect(!result.paths.isEmpty == overlap)
            #expect(result.paths.allSatisfy { $0.dates == .certain })
        }
    }
}
