import EDTF
import Entente
import GraphKernel
import Testing

@Suite("Ranking, strengths and surroundings")
struct RankingTests {
    /// A star with a tail: h to p, q, r; r to t.
    private func star() -> TestGraph {
        TestGraph {
            person("h", "p", "q", "r", "t")
            venue("v")
            met("h", "p").at("v")
            met("h", "q").at("v")
            met("h", "r")
            met("r", "t")
        }
    }

    private func rows(_ ranking: Ranking) -> [String] {
        ranking.rows.map { "\($0.rank) \(ranking.network.entity($0.vertex).id)" }
    }

    @Test("equals share a rank and the next one is skipped; then by id")
    func ties() throws {
        let network = try star().network { $0.kinds = [.actor] }
        let degree = try network.ranking(by: .degree)
        #expect(rows(degree) == ["1 h", "2 r", "3 p", "3 q", "3 t"])
        #expect(degree.rows.map(\.score) == [3, 2, 1, 1, 1])
        #expect(degree.vertexCount == 5 && degree.tieCount == 4 && degree.kindsLeftOut.isEmpty)
        let betweenness = try network.ranking(by: .betweenness)
        #expect(rows(betweenness) == ["1 h", "2 r", "3 p", "3 q", "3 t"])
        #expect(abs(betweenness.rows[0].score - 5.0 / 6) < 1e-12)
    }

    @Test("measures about paths leave out what no path passes; others do not")
    func transit() throws {
        let network = try star().network()
        let degree = try network.ranking(by: .degree, listing: [.actor, .venue])
        #expect(rows(degree).first == "1 h" && degree.rows[0].score == 4)
        #expect(degree.vertexCount == 6)
        let closeness = try network.ranking(by: .closeness, listing: [.actor, .venue])
        #expect(closeness.vertexCount == 5 && closeness.kindsLeftOut == [.venue])
        #expect(!rows(closeness).contains { $0.hasSuffix(" v") })
    }

    @Test("every measure ranks this graph and no graph at all", arguments: CentralityMeasure.allCases)
    func measures(measure: CentralityMeasure) throws {
        let ranking = try star().network { $0.kinds = [.actor] }.ranking(by: measure)
        #expect(rows(ranking).first == "1 h")
        #expect(ranking.rows.allSatisfy { $0.score.isFinite && $0.score >= 0 })
        let empty = try TestGraph {}.network().ranking(by: measure)
        #expect(empty.rows.isEmpty)
    }

    @Test(
        "scores that differ beyond twelve digits share a rank: the same graph twice, in another order of ids"
    )
    func rounding() throws {
        var random = SplitMix64(seed: 9)
        var hasDifference = false
        for _ in 0..<6 {
            var pairs: [(Int, Int)] = []
            for a in 0..<14 {
                for b in (a + 1)..<14 where random.next() % 3 == 0 { pairs.append((a, b)) }
            }
            let network = try TestGraph {
                entity(.person, (0..<14).flatMap { ["p\($0 + 10)", "q\(30 - $0)"] })
                for (a, b) in pairs {
                    met("p\(a + 10)", "p\(b + 10)")
                    met("q\(30 - a)", "q\(30 - b)")
                }
            }.network()
            for measure in CentralityMeasure.allCases {
                let rows = try network.ranking(by: measure).rows
                let byID = Dictionary(uniqueKeysWithValues: rows.map { (network.entity($0.vertex).id, $0) })
                for vertex in 0..<14 {
                    let (one, other) = (byID["p\(vertex + 10)"], byID["q\(30 - vertex)"])
                    #expect(one?.rank == other?.rank, "\(measure)")
                    hasDifference = hasDifference || one?.score != other?.score
                }
            }
        }
        #expect(hasDifference, "some sums were taken in another order")
    }

    @Test("strength counts happenings, origins or claims")
    func collapsed() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            event("e")
            met("a", "b").on("e").by("x")
            met("a", "b").on("e").by("y")
            met("a", "b").by("x")
            claim("a", "told", "b").on("e").by("x")
            met("a", "c")
        }.network { $0.kinds = [.person] }
        #expect(network.collapsed(by: .simple).strengths == [1, 1])
        #expect(network.collapsed(by: .happenings).strengths == [2, 1])
        #expect(network.collapsed(by: .origins).strengths == [2, 1])
        #expect(network.collapsed(by: .claims).strengths == [4, 1])
        let strength = try network.ranking(by: .strength)
        #expect(rows(strength) == ["1 a", "2 b", "3 c"])
        #expect(strength.rows.map(\.score) == [3, 2, 1])
    }

    @Test("the table of ranks, cut and whole; the value for programs has all rows")
    func answer() throws {
        let ranking = try star().network { $0.kinds = [.actor] }.ranking(by: .degree)
        let answer = Answer(ranking, limit: 2)
        #expect(answer.tables[0].rows == [["1", "H", "person", "3", "3"], ["2", "R", "person", "2", "2"]])
        #expect(answer.limits == ["2 of 5 shown; --top says how many"])
        guard case .array(let rows) = answer.value else { return #expect(Bool(false)) }
        #expect(rows.count == 5)
        #expect(rows[2]["rank"] == .integer(3) && rows[2]["entity"] == .string("p"))
        #expect(rows[0]["score"] == .number(3) && rows[0]["kind"] == .string("person"))
        #expect(rows[0]["name"] == .string("H"))
    }

    @Test("the surroundings of an entity, to a radius; nothing is reached through a venue")
    func ego() throws {
        let network = try star().network()
        func members(_ id: String, _ radius: Int) throws -> [String] {
            let ego = try network.ego(of: id, radius: radius)
            return ego.members.map { "\(network.entity($0.vertex).id) \($0.distance)" }
        }
        #expect(try members("t", 1) == ["t 0", "r 1"])
        #expect(try members("t", 2) == ["t 0", "r 1", "h 2"])
        #expect(try members("p", 1) == ["p 0", "h 1", "v 1"])
        #expect(try members("p", 2) == ["p 0", "h 1", "v 1", "q 2", "r 2"])
        #expect(try members("v", 1) == ["v 0", "h 1", "p 1", "q 1"])
        #expect(try members("p", .max).count == 6)
        #expect(try network.ego(of: "p", radius: 1).ties.count == 3)
        #expect(throws: AnalysisError.self) { try network.ego(of: "p", radius: 0) }
        #expect(throws: AnalysisError.self) { try network.ego(of: "nobody", radius: 1) }
    }

    @Test("directed surroundings follow the ties")
    func directedEgo() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            claim("a", "told", "b")
            claim("c", "told", "a")
        }.network { $0.isDirected = true }
        let ego = try network.ego(of: "a", radius: 3)
        #expect(ego.members.map { network.entity($0.vertex).id } == ["a", "b"])
    }

    @Test("an entity without ties is in no one's surroundings")
    func alone() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b")
        }.network()
        let answer = Answer(try network.ego(of: "c", radius: 1))
        #expect(answer.isNo)
        #expect(answer.sentences == ["None of the 1 claims counted ties C to anybody."])
    }
}
