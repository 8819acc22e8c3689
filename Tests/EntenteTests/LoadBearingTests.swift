import EDTF
import Entente
import Testing

/// What connections hang on.
@Suite struct LoadBearingTests {
    private func texts(_ bearing: LoadBearing) -> [String] {
        bearing.changes.map { change in
            let after = change.after.map { "\($0.length) \($0.dates)" } ?? "none"
            switch change.withdrawn {
            case .claim(let id): return "\(id): \(after)"
            case .source(let id): return "\(id): \(after)"
            }
        }
    }

    @Test func aChainHangsOnEachOfItsClaims() throws {
        let graph = TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2001-01-01")
            met("b", "c", when: "2002-01-01").by("t")
        }
        let bearing = try graph.network().loadBearing(from: "a", to: "c")
        #expect(texts(bearing) == ["s/c1: none", "t/c2: none", "s: none", "t: none"])
        #expect(bearing.tried == (2, 2))
    }

    @Test func aTieToldTwiceHangsOnNoSingleClaim() throws {
        let graph = TestGraph {
            person("a", "b")
            met("a", "b", when: "2001-01-01")
            met("a", "b", when: "2002-01-01")
        }
        #expect(texts(try graph.network().loadBearing(from: "a", to: "b")) == ["s: none"])
    }

    @Test func aDetourMakesItLonger() throws {
        let graph = TestGraph {
            person("a", "b", "c")
            met("a", "c", when: "2001-01-01")
            met("a", "b", when: "2001-01-01").by("t")
            met("b", "c", when: "2001-01-01").by("t")
        }
        #expect(
            texts(try graph.network().loadBearing(from: "a", to: "c")) == ["s/c1: 2 certain", "s: 2 certain"]
        )
    }

    @Test func whatIsLeftMayBeLessCertain() throws {
        let graph = TestGraph {
            person("a", "b")
            met("a", "b", when: "2001-01-01")
            met("a", "b", when: "2001").by("t")
        }
        let network = try graph.network { $0.period = .asOf(date("2001-06-01")) }
        #expect(texts(try network.loadBearing(from: "a", to: "b")) == ["s/c1: 1 possible", "s: 1 possible"])
    }

    @Test func anEqualPathElsewhereCarriesIt() throws {
        let graph = TestGraph {
            person("a", "b", "c", "d")
            met("a", "b", when: "2001-01-01")
            met("b", "d", when: "2001-01-01")
            met("a", "c", when: "2001-01-01").by("t")
            met("c", "d", when: "2001-01-01").by("t")
        }
        let bearing = try graph.network().loadBearing(from: "a", to: "d")
        #expect(bearing.changes.isEmpty)
        #expect(Answer(bearing).sentences[1].hasPrefix("No single claim and no single source"))
    }

    @Test func whereThereIsNoPathNothingCarriesOne() throws {
        let graph = TestGraph {
            person("a", "b", "c", "d")
            met("a", "b")
            met("c", "d")
        }
        let answer = Answer(try graph.network().loadBearing(from: "a", to: "d"))
        #expect(answer.isNo)
        #expect(answer.value == .array([]))
    }

    @Test func aWithdrawnClaimIsCountedAsLeftOut() throws {
        let graph = TestGraph {
            person("a", "b")
            met("a", "b").id("one")
            met("a", "b").id("two")
        }
        let network = try graph.network { $0.withdrawn = [ClaimID(source: "s", local: "one")] }
        #expect(network.edges.count == 1)
        #expect(network.excluded[.withdrawn] == 1)
    }
}
