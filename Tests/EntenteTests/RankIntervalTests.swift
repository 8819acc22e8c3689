import EDTF
import Entente
import Testing

@Suite("Rank intervals, and what a rank hangs on")
struct RankIntervalTests {
    private static let names = ["a", "b", "c", "d", "e"]

    /// A network as of a day, with ties that are certain by then, possible, or disputed.
    private struct Case {
        var claims: [Claim] = []
        /// The pairs that hold in any case, and those that may.
        var certain: [(Int, Int)] = []
        var open: [(Int, Int)] = []

        init(seed: Int) {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
            func draw(_ count: Int) -> Int {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return Int(state % UInt64(count))
            }
            for a in 0..<5 {
                for b in a + 1..<5 {
                    let (one, other) = (RankIntervalTests.names[a], RankIntervalTests.names[b])
                    switch draw(5) {
                    case 0:
                        claims.append(met(one, other, when: "2017"))
                        certain.append((a, b))
                    case 1:
                        claims.append(met(one, other, when: "2018"))
                        open.append((a, b))
                    case 2:
                        claims.append(met(one, other, when: "2017-03"))
                        claims.append(met(one, other, when: "2017-03").negative())
                        open.append((a, b))
                    default: break
                    }
                }
            }
        }
    }

    /// Degree and rank of each vertex in one reading.
    private func standing(_ pairs: [(Int, Int)]) -> (degrees: [Int], ranks: [Int]) {
        var degrees = Array(repeating: 0, count: 5)
        for (a, b) in pairs {
            degrees[a] += 1
            degrees[b] += 1
        }
        return (degrees, degrees.map { own in degrees.count { $0 > own } + 1 })
    }

    @Test("degrees and their ranks agree with all readings gone through", arguments: 0..<200)
    func bruteForce(seed: Int) throws {
        let test = Case(seed: seed)
        let network = try TestGraph {
            person("a", "b", "c", "d", "e")
            test.claims
        }.network { $0.period = .asOf(date("2018-06-15")) }
        let ranking = try network.ranking(by: .degree)
        let intervals = try network.rankIntervals(of: ranking)
        #expect(intervals.basis == .exact)
        var low = Array(repeating: Int.max, count: 5)
        var (high, best, worst) = (Array(repeating: 0, count: 5), low, Array(repeating: 0, count: 5))
        for mask in 0..<1 << test.open.count {
            let held = test.open.indices.filter { mask >> $0 & 1 == 1 }.map { test.open[$0] }
            let (degrees, ranks) = standing(test.certain + held)
            for vertex in 0..<5 {
                low[vertex] = min(low[vertex], degrees[vertex])
                high[vertex] = max(high[vertex], degrees[vertex])
            }
            // Ranks are among those that any claim ties.
            for vertex in 0..<5 {
                best[vertex] = min(best[vertex], ranks[vertex])
                worst[vertex] = max(worst[vertex], ranks[vertex])
            }
        }
        for row in intervals.rows {
            guard let vertex = Self.names.firstIndex(of: network.entity(row.vertex).id) else { continue }
            #expect(Int(row.scoreLow) == low[vertex] && Int(row.scoreHigh) == high[vertex])
            #expect(row.rankBest == best[vertex] && row.rankWorst == worst[vertex], "\(Self.names[vertex])")
        }
    }

    @Test("what hangs together gives bounds; only dates, or only disputes, may be doubted")
    func bases() throws {
        let test = TestGraph {
            person("a", "b", "c", "d")
            met("a", "b", "c", when: "2018")
            met("a", "d", when: "2017")
            met("a", "d", when: "2017").negative()
        }
        let network = try test.network { $0.period = .asOf(date("2018-06-15")) }
        let ranking = try network.ranking(by: .degree)
        #expect(try network.rankIntervals(of: ranking).basis == .bound)
        #expect(try network.rankIntervals(of: ranking).uncertainClaims == 2)
        let disputes = try network.rankIntervals(of: ranking, doubts: .disputes)
        #expect(disputes.basis == .exact && disputes.uncertainClaims == 1)
        let none = try network.rankIntervals(of: ranking, doubts: [])
        #expect(none.rows.map(\.scoreLow) == none.rows.map(\.scoreHigh))
        #expect(none.rows.map(\.rankBest) == ranking.rows.map(\.rank))
    }

    @Test("strengths count happenings for certain and possibly")
    func strengths() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2016")
            met("a", "b", when: "2017")
            met("a", "b", when: "2018")
            met("b", "c", when: "2018")
        }.network { $0.period = .asOf(date("2018-06-15")) }
        let intervals = try network.rankIntervals(of: network.ranking(by: .strength))
        let texts = intervals.rows.map { row in
            "\(network.entity(row.vertex).id) \(row.scoreLow)–\(row.scoreHigh) \(row.rankBest)–\(row.rankWorst)"
        }
        #expect(texts == ["b 2.0–4.0 1–1", "a 2.0–3.0 1–2", "c 0.0–1.0 3–3"])
        #expect(intervals.basis == .exact)
    }

    @Test("other measures are drawn: the same for a seed, with all and none among the readings")
    func samples() throws {
        let network = try TestGraph {
            person("a", "b", "c", "d")
            met("a", "b", when: "2016")
            met("b", "c", when: "2016")
            met("c", "d", when: "2018")
            met("a", "d", when: "2018")
        }.network { $0.period = .asOf(date("2018-06-15")) }
        let ranking = try network.ranking(by: .betweenness)
        let intervals = try network.rankIntervals(of: ranking, samples: 50, seed: 7)
        #expect(intervals.basis == .samples(50) && intervals.uncertainClaims == 2)
        #expect(try network.rankIntervals(of: ranking, samples: 50, seed: 7).rows == intervals.rows)
        let b = try #require(intervals.rows.first { network.entity($0.vertex).id == "b" })
        // Alone between a and c, one of two between neighbours on a square, and on a line of four.
        #expect(b.rankBest == 1 && abs(b.scoreLow - 1.0 / 6) < 1e-12 && abs(b.scoreHigh - 2.0 / 3) < 1e-12)
        #expect(throws: AnalysisError.self) { try network.rankIntervals(of: ranking, samples: 1) }
    }

    @Test("the claims and sources that a rank hangs on")
    func why() throws {
        let network = try TestGraph {
            person("a", "b", "c", "d", "e")
            met("a", "b").id("one")
            met("a", "c").id("two").by("r")
            met("a", "c").id("again")
            met("b", "d").id("three").by("r")
            met("b", "e").id("four")
        }.network()
        let bearing = try network.loadBearingRank(of: "a", by: .degree)
        #expect(bearing.before?.rank == 2 && bearing.before?.score == 2)
        // Without either of the ties of b beside that to a, both have two.
        #expect(
            bearing.changes.map { "\($0.withdrawn) \($0.rank)" } == [
                "claim(r/three) 1", "claim(s/four) 1", "source(\"r\") 1", "source(\"s\") 1",
            ]
        )
        #expect(bearing.tried == (3, 2))
        #expect(try network.loadBearingRank(of: "a", by: .betweenness).tried.claims == 5)
        #expect(throws: AnalysisError.self) { try network.loadBearingRank(of: "nobody", by: .degree) }
        let answer = Answer(bearing)
        #expect(answer.tables[0].rows.count == 4 && !answer.isNo)
        #expect(Answer(try network.ranking(by: .degree), intervals: nil).beside.isEmpty)
    }
}
