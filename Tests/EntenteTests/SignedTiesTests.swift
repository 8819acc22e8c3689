import EDTF
import Entente
import Testing

@Suite("Signed ties: friends, foes and balance")
struct SignedTiesTests {
    private func signed(view change: (inout View) -> Void = { _ in }, _ claims: Claim...) throws -> SignedTies
    {
        try TestGraph {
            person("a", "b", "c", "d")
            venue("v")
            claims
        }.network(change).signedTies()
    }

    private func texts(_ signed: SignedTies) -> [String] {
        signed.triangles.map { triangle in
            let signs = triangle.sides.map { $0.sign > 0 ? "+" : "-" }.joined()
            return "\(triangle.entities.joined()) \(signs) \(triangle.isBalanced) \(triangle.dates)"
        }
    }

    @Test("triangles by the number of hostile sides, the unbalanced first")
    func triangles() throws {
        let found = try signed(
            allied("a", "b"),
            allied("b", "c"),
            claim("a", "attacked", "c"),
            claim("a", "criticised", "d"),
            claim("c", "praised", "d")
        )
        #expect(texts(found) == ["abc +-+ false certain", "acd --+ true certain"])
        #expect(found.counts == (1, 1))
        #expect(found.frustration == 1...1)
        #expect(found.camps.flatMap(\.self).sorted() == ["a", "b", "c", "d"])
        #expect(found.frustrated.count == 1)
    }

    @Test("a pair of which both are said is mixed, and in no triangle; what has no valence does not count")
    func mixed() throws {
        let found = try signed(
            allied("a", "b"),
            claim("b", "criticised", "a"),
            allied("b", "c"),
            allied("a", "c"),
            met("a", "d")
        )
        #expect(found.triangles.isEmpty)
        #expect(found.sides.map { "\($0.entities.joined()) \($0.sign)" } == ["ab 0", "ac 1", "bc 1"])
        #expect(found.sides[0].friendly.count == 1 && found.sides[0].hostile.count == 1)
    }

    @Test("as of a date: alliances that hold, attacks that have happened; certain and possible")
    func dates() throws {
        let claims = [
            allied("a", "b", time: .span(from: date("2010"), until: date("2015"))),
            allied("b", "c", time: .span(from: date("2010"), until: nil)),
            claim("a", "attacked", "c", when: "2012"),
        ]
        func found(_ day: String) throws -> [String] {
            texts(
                try TestGraph {
                    person("a", "b", "c")
                    claims
                }.network { $0.period = .asOf(date(day)) }.signedTies()
            )
        }
        #expect(try found("2014-06-01") == ["abc +-+ false possible"])
        #expect(try found("2009-06-01") == [])
        #expect(try found("2016-06-01") == [])
    }

    @Test("a directed view sees a pair once; who is at a venue is no friend of it")
    func directed() throws {
        let found = try signed(
            view: { $0.isDirected = true },
            claim("a", "praised", "b"),
            claim("b", "praised", "a").at("v")
        )
        #expect(found.sides.map(\.entities) == [["a", "b"]])
        #expect(found.sides[0].friendly.count == 2)
        #expect(Answer(found).value == .array([]))
        #expect(Answer(try signed(met("a", "b"))).isNo)
    }

    @Test("the answer tells each side with its claims")
    func answer() throws {
        let answer = Answer(
            try signed(allied("a", "b"), allied("b", "c"), claim("a", "attacked", "c")),
            of: "a"
        )
        #expect(answer.tables[0].rows.map { $0[0] } == ["1. unbalanced", "", ""])
        #expect(answer.tables[0].rows.map { $0[2] } == ["+", "−", "+"])
        #expect(answer.sentences[0].hasSuffix("Two camps would leave 1 pair against the grain."))
        #expect(
            Answer(try signed(allied("a", "b"), allied("b", "c"), allied("a", "c")), of: "d").tables.isEmpty
        )
    }
}
