import EDTF
import Entente
import GraphKernel
import Testing

@Suite("Paths")
struct PathTests {
    @Test("one hop, no hop to oneself, and entities that do not exist")
    func ends() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b")
        }.network()
        #expect(try network.paths(from: "a", to: "b").ways == ["a-b"])
        #expect(throws: AnalysisError(.unknownEntity, "there is no entity \"z\"")) {
            try network.paths(from: "a", to: "z")
        }
        #expect {
            try network.paths(from: "a", to: "a")
        } throws: {
            ($0 as? AnalysisError)?.code == .sameEntity
        }
        #expect(try network.paths(from: "a", to: "c").paths.isEmpty)
    }

    @Test("all shortest paths, better supported first; the total where they are cut")
    func selection() throws {
        let network = try TestGraph {
            person("a", "z")
            for id in ["m", "n", "o"] {
                person(id)
                met("a", id).said(by: "z", as: id == "n" ? .asserted : .reported)
                met(id, "z")
            }
            person("p", "q")
            met("a", "p")
            met("p", "q")
            met("q", "z")
        }.network()
        let all = try network.paths(from: "a", to: "z")
        #expect(all.ways == ["a-n-z", "a-m-z", "a-o-z"])
        #expect(!all.isCut && all.total == 3)
        let cut = try network.paths(from: "a", to: "z", options: PathOptions(.allShortest(limit: 2)))
        #expect(cut.paths.count == 2 && cut.isCut && cut.total == 3)
        let four = try network.paths(from: "a", to: "z", options: PathOptions(.shortest(4)))
        #expect(four.ways == ["a-n-z", "a-m-z", "a-o-z", "a-p-q-z"])
        #expect(!four.isCut)
        let two = try network.paths(from: "a", to: "z", options: PathOptions(.shortest(2)))
        #expect(two.paths.count == 2 && two.isCut)
        let short = try network.paths(from: "a", to: "z", options: PathOptions(.shortest(9), maximumHops: 2))
        #expect(short.paths.count == 3 && !short.isCut)
    }

    @Test("a number of paths or hops beyond all measure does no harm", arguments: [1, 1000, Int.max])
    func extremes(number: Int) throws {
        let network = try TestGraph {
            person("a", "b")
            met("a", "b")
        }.network()
        #expect(
            try network.paths(
                from: "a",
                to: "b",
                options: PathOptions(.shortest(number), maximumHops: number)
            ).ways
                == ["a-b"]
        )
        #expect(
            try network.paths(from: "a", to: "b", options: PathOptions(.allShortest(limit: number))).ways == [
                "a-b"
            ]
        )
    }

    @Test("direction counts where it is asked for")
    func directed() throws {
        let test = TestGraph {
            person("a", "b", "c")
            claim("a", "told", "b")
            claim("c", "told", "b")
            met("c", "b")
        }
        #expect(try test.network().paths(from: "c", to: "a").ways == ["c-b-a"])
        let directed = try test.network { $0.isDirected = true }
        #expect(try directed.paths(from: "a", to: "c").ways == ["a-b-c"])
        let none = try directed.paths(from: "c", to: "a")
        #expect(none.paths.isEmpty)
        #expect(none.nearest.map(\.relaxation) == ["ties against their direction"])
    }

    @Test(
        "no path passes a venue, topic or document unless the view names it; states and groups with a caveat"
    )
    func transit() throws {
        let test = TestGraph {
            person("a", "b")
            topic("x")
            group("g")
            claim("a", "announced", "x")
            claim("b", "announced", "x")
            claim("a", "works-for", "g")
            claim("b", "works-for", "g")
        }
        let usual = try test.network().paths(from: "a", to: "b")
        #expect(usual.ways == ["a-g-b"])
        #expect(usual.paths[0].caveats == ["passes through G, a group: may concern different people"])
        let topics = try test.network {
            $0.through = [.topic]
            $0.without = ["g"]
        }.paths(from: "a", to: "b")
        #expect(topics.ways == ["a-x-b"])
        #expect(topics.paths[0].caveats == ["commentary, not contact"])
        let vertexOnly = try test.network {
            $0.kinds = [.person, .topic]
        }.paths(from: "a", to: "b")
        #expect(vertexOnly.ways == [], "a vertex that no path may pass")
        #expect(try test.network { $0.throughEntities = ["x"] }.paths(from: "a", to: "b").paths.count == 2)
        // As an end it is reached.
        #expect(try test.network { $0.throughEntities = ["x"] }.paths(from: "a", to: "x").ways == ["a-x"])
    }

    @Test("as of a date wider than a day all hops count on one day of it")
    func jointDate() throws {
        let test = TestGraph {
            person("a", "b", "c", "d")
            allied("a", "b", time: .span(from: date("2018-01-01"), until: date("2018-03-31")))
            allied("b", "c", time: .span(from: date("2018-06-01"), until: date("2018-09-30")))
            allied("a", "d", time: .span(from: date("2018-02-01"), until: date("2018-12-31")))
            allied("d", "b", time: .span(from: date("2018-06-15"), until: date("2018-12-31")))
        }
        let network = try test.network { $0.period = .asOf(date("2018")) }
        // a-b and b-c never held together; a-d, d-b and b-c did, from 15 June to 30 September.
        let result = try network.paths(from: "a", to: "c")
        #expect(result.ways == ["a-d-b-c"])
        #expect(result.paths.map(\.dates) == [.possible])
        #expect(result.total == 1 && !result.isCut)
        #expect(try network.paths(from: "a", to: "c", options: PathOptions(.shortest(5))).ways == ["a-d-b-c"])
        let july = try test.network { $0.period = .asOf(date("2018-07")) }
        #expect(try july.paths(from: "a", to: "c").paths.map(\.dates) == [.certain])
        let spring = try test.network { $0.period = .asOf(date("2018-05")) }.paths(from: "a", to: "c")
        #expect(spring.paths.isEmpty)
        #expect(spring.nearest.map(\.relaxation) == ["all dates"])
    }

    @Test("several claims of a hop do not fill the gap between them")
    func gaps() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            allied("a", "b", time: .span(from: date("2018-01-01"), until: date("2018-02-28")))
            allied("a", "b", time: .span(from: date("2018-10-01"), until: date("2018-12-31")))
            allied("b", "c", time: .span(from: date("2018-05-01"), until: date("2018-06-30")))
        }.network { $0.period = .asOf(date("2018")) }
        #expect(try network.paths(from: "a", to: "c").paths.isEmpty)
    }

    @Test("where no path listed is certain by date the shortest certain one stands beside")
    func certain() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2018")
            met("a", "c", when: "2017")
            met("c", "b", when: "2017")
        }.network { $0.period = .asOf(date("2018-05-01")) }
        let result = try network.paths(from: "a", to: "b")
        #expect(result.ways == ["a-b"] && result.paths[0].dates == .possible)
        #expect(result.shortestCertain?.text(in: network) == "a-c-b")
        #expect(result.shortestCertain?.dates == .certain)
    }

    @Test("no path is an answer: each single step that would bring one, else all together")
    func nearest() throws {
        let test = TestGraph {
            person("a", "b", "c")
            met("a", "b").status(.scheduled)
            met("b", "c").said(as: .alleged)
        }
        let result = try test.network().paths(from: "a", to: "b")
        #expect(result.nearest.map(\.relaxation) == ["planned claims"])
        let both = try test.network().paths(from: "a", to: "c")
        #expect(both.nearest.map(\.relaxation) == ["all that this view leaves out"])
        #expect(both.nearest.first?.path.length == 2)
        let none = try TestGraph {
            person("a", "b", "c")
            met("a", "b")
        }.network().paths(from: "a", to: "c")
        #expect(none.nearest.isEmpty && none.unsearched.isEmpty)
        let chain = try TestGraph {
            person("a", "b", "c")
            met("a", "b")
            met("b", "c")
        }.network().paths(from: "a", to: "c", options: PathOptions(maximumHops: 1))
        #expect(chain.nearest.map(\.relaxation) == ["paths of more than 1 hops"])
        #expect(!chain.isCut)
    }

    @Test(
        "random graphs: every hop is a tie, every shortest path is found, as an enumeration by hand finds them"
    )
    func bruteForce() throws {
        for seed in UInt64(1)...60 {
            var random = SplitMix64(seed: seed)
            let count = 4 + Int(random.next() % 5)
            let isDirected = seed % 3 == 0
            let test = TestGraph {
                for vertex in 0..<count { person("p\(vertex)") }
                for a in 0..<count {
                    for b in 0..<count where a != b && random.next() % 4 == 0 {
                        random.next() % 2 == 0 ? claim("p\(a)", "told", "p\(b)") : met("p\(a)", "p\(b)")
                    }
                }
            }
            let network = try test.network { $0.isDirected = isDirected }
            let expected = simplePaths(test, from: "p0", to: "p1", isDirected: isDirected)
            let shortest = expected.map(\.count).min() ?? 0
            let found = try network.paths(
                from: "p0",
                to: "p1",
                options: PathOptions(.allShortest(limit: 500))
            )
            #expect(
                Set(found.ways)
                    == Set(expected.filter { $0.count == shortest }.map { $0.joined(separator: "-") })
            )
            #expect(found.ways.count == Set(found.ways).count)
            #expect(found.paths.isEmpty || found.total == Double(found.paths.count))
            let all = try network.paths(from: "p0", to: "p1", options: PathOptions(.shortest(2000)))
            #expect(Set(all.ways) == Set(expected.map { $0.joined(separator: "-") }), "seed \(seed)")
            #expect(all.paths.map(\.length) == all.paths.map(\.length).sorted())
            for hop in all.paths.flatMap(\.hops) {
                #expect(!hop.edges.isEmpty)
                for edge in hop.edges.map({ network.edges[$0] }) {
                    let isForward = edge.from == hop.from && edge.to == hop.to
                    let isBackward = edge.to == hop.from && edge.from == hop.to
                    #expect(isForward || (isBackward && !(isDirected && edge.isDirected)))
                }
            }
        }
    }

    /// All paths that pass nobody twice, by going everywhere.
    private func simplePaths(_ test: TestGraph, from: String, to: String, isDirected: Bool) -> [[String]] {
        var steps: [String: Set<String>] = [:]
        for case .claim(let claim) in test.parts {
            let (a, b) = (claim.ends.entities[0], claim.ends.entities[1])
            steps[a, default: []].insert(b)
            if case .directed = claim.ends, isDirected { continue }
            steps[b, default: []].insert(a)
        }
        func extend(_ path: [String]) -> [[String]] {
            guard let last = path.last, last != to else { return [path] }
            return (steps[last] ?? []).filter { !path.contains($0) }.flatMap { extend(path + [$0]) }
        }
        return extend([from])
    }
}
