import EDTF
import Entente
import Testing

@Suite("Communities of entities")
struct CommunityTests {
    private func twoTriangles() -> TestGraph {
        TestGraph {
            person("a", "b", "c", "x", "y", "z", "w")
            met("a", "b")
            met("b", "c")
            met("a", "c")
            met("x", "y")
            met("y", "z")
            met("x", "z")
            met("z", "w")
            met("c", "x")
        }
    }

    @Test("groups tied more with one another, the largest first; how much and how surely")
    func groups() throws {
        let found = try twoTriangles().network().communities()
        let ids = found.groups.map { group in group.map { found.network.entity($0).id }.joined() }
        #expect(ids == ["wxyz", "abc"])
        // 4 + 3 of 8 ties inside; degrees 9 and 7 of 16.
        #expect(abs((found.modularity ?? 0) - (7.0 / 8 - (81.0 + 49) / 256)) < 1e-12)
        #expect(found.stability == 1)
        let answer = Answer(found, limit: 2)
        #expect(answer.tables[0].rows == [["1", "4", "X, Z, and 2 more"], ["2", "3", "C, A, and 1 more"]])
        #expect(answer.sentences[1] == "Ten runs with other random numbers find the same.")
    }

    @Test("the resolution; a network of nothing; numbers that are none")
    func edges() throws {
        let network = try twoTriangles().network()
        #expect(try network.communities(resolution: 20).groups.count == 7)
        let nothing = try TestGraph { person("a") }.network()
        #expect(Answer(try nothing.communities()).isNo)
        for resolution in [0, -1, .nan, .infinity] {
            #expect(throws: AnalysisError.self) { try network.communities(resolution: resolution) }
        }
    }

    @Test("the same whatever the order of claims")
    func order() throws {
        let test = twoTriangles()
        let turned = TestGraph { test.parts.reversed() }
        let groups = try turned.network().communities().groups
        #expect(groups == (try test.network().communities().groups))
    }
}
